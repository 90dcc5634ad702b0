package io.heddle.agent.loader;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.jar.JarFile;

/**
 * Adds jars and class directories to the agent's loader; a JDK type, so that both sides know it.
 */
final class Extensions implements Consumer<String> {
  private final AgentLoader loader;

  Extensions(AgentLoader loader) {
    this.loader = loader;
  }

  /**
   * Adds the jar or directory at {@code path}.
   *
   * @throws UncheckedIOException if it does not exist or cannot be read
   */
  @Override
  public void accept(String path) {
    try {
      loader.add(classFiles(new File(path)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path + ": " + unreadable.getMessage(), unreadable);
    }
  }

  private static ClassFiles classFiles(File path) throws IOException {
    if (path.isDirectory()) {
      return new DirectoryClassFiles(path);
    }
    if (!path.isFile()) {
      throw new FileNotFoundException("no such jar or directory");
    }
    return new JarClassFiles(new JarFile(path, false), "", ".class");
  }
}
