package io.heddle.packager;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import org.jspecify.annotations.Nullable;

/**
 * Changes the names in classes that the agent's loader would otherwise have to change at each
 * start. How, the class path that is packaged knows itself.
 */
final class Linker implements AutoCloseable {
  private static final String LINKING = "io.heddle.agent.loader.Linking";

  private final URLClassLoader agent;
  private final @Nullable Method linking;

  private Linker(URLClassLoader agent, @Nullable Method linking) {
    this.agent = agent;
    this.linking = linking;
  }

  /**
   * That of the class path; one that changes nothing if there is no such class.
   *
   * @throws ReflectiveOperationException if the class is another one than this knows
   */
  static Linker of(ClassPath classPath) throws IOException, ReflectiveOperationException {
    URLClassLoader agent = classPath.loader();
    boolean isThere = agent.getResource(LINKING.replace('.', '/') + ".class") != null;
    return new Linker(
        agent,
        isThere
            ? agent.loadClass(LINKING).getMethod("packaged", String.class, byte[].class)
            : null);
  }

  /** What is stored of the file at that path. */
  byte[] linked(String path, byte[] content) {
    if (linking == null || !path.endsWith(".class")) {
      return content;
    }
    try {
      return (byte[]) linking.invoke(null, path, content);
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(path, broken);
    }
  }

  @Override
  public void close() throws IOException {
    agent.close();
  }
}
