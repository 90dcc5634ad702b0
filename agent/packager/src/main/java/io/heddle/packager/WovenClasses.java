package io.heddle.packager;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedSet;

/** The list of classes that the engine modules of an agent jar weave, one in each line. */
final class WovenClasses {
  static final String ENTRY = "inst/META-INF/heddle/woven-classes";

  private static final String MODULES = "io.heddle.weaver.EngineModules";

  private WovenClasses() {}

  /**
   * Asks the modules themselves.
   *
   * @return empty if the class path has no weaver, and so no rules
   * @throws ReflectiveOperationException if a module is broken
   */
  static Optional<byte[]> of(ClassPath classPath) throws IOException, ReflectiveOperationException {
    try (URLClassLoader agent = classPath.loader()) {
      if (agent.getResource(MODULES.replace('.', '/') + ".class") == null) {
        return Optional.empty();
      }
      SortedSet<?> names =
          (SortedSet<?>) agent.loadClass(MODULES).getMethod("classNames").invoke(null);
      StringBuilder lines = new StringBuilder();
      names.forEach(name -> lines.append(name).append('\n'));
      return Optional.of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
