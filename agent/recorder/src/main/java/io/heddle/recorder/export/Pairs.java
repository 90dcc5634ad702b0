package io.heddle.recorder.export;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lists of the form {@code a=1,b=2}, as OpenTelemetry's settings have them. */
public final class Pairs {
  private Pairs() {}

  /** The pairs; values are percent-decoded, and what is no pair is left out. */
  public static SortedMap<String, String> of(String list) {
    SortedMap<String, String> pairs = new TreeMap<>();
    for (String pair : list.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.put(pair.substring(0, equals).trim(), decoded(pair.substring(equals + 1).trim()));
      }
    }
    return pairs;
  }

  /** Percent-decoding alone: a plus sign means itself. */
  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
