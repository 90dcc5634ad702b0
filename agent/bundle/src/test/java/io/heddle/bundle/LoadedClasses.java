package io.heddle.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The classes that a JVM said it loaded, in order.
 *
 * @param all each as the JVM names it, followed by where it came from
 */
record LoadedClasses(List<Loaded> all) {
  /**
   * A loaded class.
   *
   * @param source {@code shared objects file ...} for an archive
   */
  record Loaded(String name, String source) {
    /** Whether it was made while the JVM ran, for a lambda or a method handle. */
    boolean isSpun() {
      return name.contains("$$Lambda")
          || name.contains("LambdaForm$")
          || name.contains("BoundMethodHandle$Species_");
    }

    boolean isShared() {
      return source.startsWith("shared objects file");
    }

    /** Whether the agent brought it. */
    boolean isOfAgent() {
      return name.startsWith("io.heddle.") && !name.startsWith("io.heddle.bundle.")
          || name.startsWith("net.bytebuddy.")
          || name.startsWith("org.jctools.")
          || name.startsWith("java.lang.HeddleHook");
    }
  }

  /** What makes a JVM write what {@link #read} reads. */
  static String option(Path file) {
    return "-Xlog:class+load:file=" + file + ":none";
  }

  static LoadedClasses read(Path file) throws IOException {
    List<Loaded> all = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split(" source: ", 2);
      if (parts.length == 2) {
        all.add(new Loaded(parts[0], parts[1]));
      }
    }
    return new LoadedClasses(List.copyOf(all));
  }

  /** Those before {@code marker}. */
  LoadedClasses before(Class<?> marker) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).name().equals(marker.getName())) {
        return new LoadedClasses(all.subList(0, i));
      }
    }
    throw new AssertionError(marker + " was not loaded");
  }

  /** The names of those that are not spun and meet a condition. */
  Set<String> names(Predicate<Loaded> condition) {
    Set<String> names = new TreeSet<>();
    for (Loaded loaded : all) {
      if (!loaded.isSpun() && condition.test(loaded)) {
        names.add(loaded.name());
      }
    }
    return names;
  }

  /** How many were spun for code of the agent. */
  long spunForAgent() {
    return all.stream().filter(Loaded::isSpun).filter(Loaded::isOfAgent).count();
  }
}
