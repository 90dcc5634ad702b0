package io.heddle.packager;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The entries of an agent jar, sorted by name; services files are merged. */
final class Entries {
  private final SortedMap<String, byte[]> contents = new TreeMap<>();
  private final Map<String, String> libraries = new HashMap<>();

  /**
   * Adds a file.
   *
   * @throws IllegalArgumentException if another library brings a different file of that name
   */
  void add(String name, byte[] content, String library) {
    byte[] present = contents.get(name);
    if (present == null) {
      contents.put(name, content);
      libraries.put(name, library);
    } else if (name.startsWith("inst/META-INF/services/")) {
      contents.put(name, merged(present, content));
    } else if (!Arrays.equals(present, content)) {
      throw new IllegalArgumentException(
          name + " is in " + libraries.get(name) + " and, with other content, in " + library);
    }
  }

  private static byte[] merged(byte[] one, byte[] other) {
    TreeSet<String> providers = new TreeSet<>();
    text(one).lines().forEach(providers::add);
    text(other).lines().forEach(providers::add);
    providers.removeIf(line -> line.isBlank() || line.startsWith("#"));
    return (String.join("\n", providers) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  /** Name to content, sorted by name. */
  SortedMap<String, byte[]> sorted() {
    return Collections.unmodifiableSortedMap(contents);
  }
}
