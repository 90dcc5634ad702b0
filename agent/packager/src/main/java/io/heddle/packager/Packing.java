package io.heddle.packager;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts the classes that every start of recording loads into one entry. In what form, the class path
 * that is packaged knows itself.
 */
final class Packing {
  static final String ENTRY = "inst/classes.pack";

  private static final String PACK = "io.heddle.agent.loader.ClassPack";

  private Packing() {}

  /**
   * The entries with these classes in one; as they are if the class path has nobody to read that.
   *
   * @throws ReflectiveOperationException if its reader is another one than this knows
   */
  static SortedMap<String, byte[]> packed(SortedMap<String, byte[]> entries, ClassPath classPath)
      throws IOException, ReflectiveOperationException {
    try (URLClassLoader agent = classPath.loader()) {
      boolean isRead = agent.getResource(PACK.replace('.', '/') + ".class") != null;
      return isRead ? packed(entries, agent.loadClass(PACK).getMethod("of", Map.class)) : entries;
    }
  }

  private static SortedMap<String, byte[]> packed(SortedMap<String, byte[]> entries, Method pack)
      throws ReflectiveOperationException {
    SortedMap<String, byte[]> others = new TreeMap<>();
    Map<String, byte[]> classes = new TreeMap<>();
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      Optional<String> name = Placement.packed(entry.getKey());
      (name.isPresent() ? classes : others).put(name.orElse(entry.getKey()), entry.getValue());
    }
    others.put(ENTRY, (byte[]) pack.invoke(null, classes));
    return others;
  }
}
