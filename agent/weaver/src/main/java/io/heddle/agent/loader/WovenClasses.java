package io.heddle.agent.loader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The classes that rules name, as far as they were known when the agent's jar was packaged. */
final class WovenClasses {
  /** One internal name in each line; the packager writes it. */
  static final String LIST = "META-INF/heddle/woven-classes";

  private final @Nullable Set<String> names;

  private WovenClasses(@Nullable Set<String> names) {
    this.names = names;
  }

  /** The classes that {@code own} lists; unknown if it has no list, or if settings may add some. */
  static WovenClasses in(ClassFiles own, EarlySettings settings) {
    if (settings.mayAddRules()) {
      return new WovenClasses(null);
    }
    try {
      byte[] list = own.resource(LIST);
      return new WovenClasses(list == null ? null : lines(list));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<String> lines(byte[] list) {
    String text = new String(list, StandardCharsets.UTF_8);
    return new HashSet<>(Arrays.asList(text.split("\n", -1)));
  }

  /** Whether only the rules themselves can tell. */
  boolean areUnknown() {
    return names == null;
  }

  boolean contain(String internalName) {
    return names != null && names.contains(internalName);
  }
}
