package io.heddle.definitions;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as definitions write them, in milliseconds. */
final class Durations {
  private static final double SECOND = 1_000;
  private static final double DAY = 86_400 * SECOND;
  private static final Pattern ISO =
      Pattern.compile(
          "P(?:(\\d{1,9})Y)?(?:(\\d{1,9})M)?(?:(\\d{1,9})W)?(?:(\\d{1,9})D)?"
              + "(?:T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9}(?:\\.\\d{1,9})?)S)?)?");
  private static final double[] UNITS = {
    365 * DAY, 30 * DAY, 7 * DAY, DAY, 3_600 * SECOND, 60 * SECOND, SECOND
  };
  private static final Map<String, Double> FIELDS =
      Map.of(
          "days",
          DAY,
          "hours",
          3_600 * SECOND,
          "minutes",
          60 * SECOND,
          "seconds",
          SECOND,
          "milliseconds",
          1.0);

  private Durations() {}

  /** An ISO 8601 duration; null when the text is none, such as an expression. */
  static @Nullable Double ms(@Nullable String text) {
    Matcher parts = ISO.matcher(text == null ? "" : text.strip());
    if (!parts.matches()) {
      return null;
    }
    double ms = 0;
    for (int i = 0; i < UNITS.length; i++) {
      String part = parts.group(i + 1);
      ms += part == null ? 0 : Double.parseDouble(part) * UNITS[i];
    }
    return ms;
  }

  /** An ISO 8601 duration, or an object of units. */
  static @Nullable Double ms(Tree tree) {
    if (!tree.isObject()) {
      return ms(tree.text());
    }
    double ms = 0;
    for (Map.Entry<String, Double> unit : FIELDS.entrySet()) {
      ms += tree.get(unit.getKey()).number().orElse(0) * unit.getValue();
    }
    return ms;
  }
}
