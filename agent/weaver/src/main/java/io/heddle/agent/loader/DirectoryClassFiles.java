package io.heddle.agent.loader;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Classes and resources below a directory, as a compiler leaves them. */
final class DirectoryClassFiles implements ClassFiles {
  private final File directory;

  DirectoryClassFiles(File directory) {
    this.directory = directory;
  }

  @Override
  public byte @Nullable [] classFile(String name) throws IOException {
    return resource(name + ".class");
  }

  @Override
  public byte @Nullable [] resource(String path) throws IOException {
    File file = new File(directory, path);
    if (!file.isFile()) {
      return null;
    }
    try (InputStream in = new FileInputStream(file)) {
      return in.readAllBytes();
    }
  }
}
