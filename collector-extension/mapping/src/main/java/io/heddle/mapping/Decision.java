package io.heddle.mapping;

import java.util.Comparator;

/**
 * How often a key decided a field in the spans of a service.
 *
 * @param key the attribute, or {@code span name}
 */
public record Decision(String service, Field field, Source source, String key, long spans)
    implements Comparable<Decision> {
  private static final Comparator<Decision> ORDER =
      Comparator.comparing(Decision::service)
          .thenComparing(Decision::field)
          .thenComparing(Decision::source)
          .thenComparing(Decision::key);

  @Override
  public int compareTo(Decision other) {
    return ORDER.compare(this, other);
  }
}
