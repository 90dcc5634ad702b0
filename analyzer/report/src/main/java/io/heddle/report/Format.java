package io.heddle.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a report is written. */
public enum Format {
  TEXT,
  MARKDOWN,
  HTML,
  JSON,
  CSV;

  /**
   * The format of that name, in any case.
   *
   * @throws IllegalArgumentException that names the known ones
   */
  public static Format of(String name) {
    return Arrays.stream(values())
        .filter(format -> format.label().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("unknown format '" + name + "'; known are " + all()));
  }

  /** The name as users write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String all() {
    return Arrays.stream(values()).map(Format::label).collect(Collectors.joining(", "));
  }
}
