package io.heddle.agent.loader;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** Classes and resources below a folder of a jar. */
final class JarClassFiles implements ClassFiles {
  private final JarFile jar;
  private final String folder;
  private final String classSuffix;

  JarClassFiles(JarFile jar, String folder, String classSuffix) {
    this.jar = jar;
    this.folder = folder;
    this.classSuffix = classSuffix;
  }

  @Override
  public byte @Nullable [] classFile(String name) throws IOException {
    return resource(name.concat(classSuffix));
  }

  @Override
  public byte @Nullable [] resource(String path) throws IOException {
    ZipEntry entry = jar.getEntry(folder.concat(path));
    if (entry == null) {
      return null;
    }
    byte[] content = new byte[(int) entry.getSize()];
    try (InputStream in = jar.getInputStream(entry)) {
      if (in.readNBytes(content, 0, content.length) < content.length) {
        throw new EOFException(entry.getName().concat(" is shorter than its jar says"));
      }
    }
    return content;
  }
}
