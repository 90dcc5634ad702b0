package io.heddle.definitions;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the name of a model tells of its size. */
final class Models {
  private static final Pattern BILLIONS =
      Pattern.compile("(?<![0-9.])([0-9]{1,4}(?:\\.[0-9]{1,2})?)b(?![a-z0-9])");

  private Models() {}

  /** Parameters in billions, as in {@code llama-3.1-70b}; null when the name does not say. */
  static @Nullable Double billions(String model) {
    Matcher found = BILLIONS.matcher(model.toLowerCase(Locale.ROOT));
    return found.find() ? Double.valueOf(found.group(1)) : null;
  }
}
