package io.heddle.mapping;

import io.heddle.otlp.Spans;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Patterns of span names, looked up once a name. */
final class SpanNames {
  private final Spans spans;
  private final Map<Integer, NamePatterns.Pattern> patterns = new HashMap<>();
  private final BitSet plain = new BitSet();

  SpanNames(Spans spans) {
    this.spans = spans;
  }

  NamePatterns.@Nullable Pattern pattern(int span) {
    int name = spans.nameNumber(span);
    return plain.get(name) ? null : patterns.computeIfAbsent(name, number -> found(number, span));
  }

  /** The pattern of a name that is looked up for the first time. */
  private NamePatterns.@Nullable Pattern found(int name, int span) {
    NamePatterns.Pattern pattern = NamePatterns.of(spans.name(span));
    plain.set(name, pattern == null);
    return pattern;
  }

  /** What follows the pattern's prefix, without an index in brackets. */
  String remainder(int span) {
    NamePatterns.Pattern pattern = pattern(span);
    String name = spans.name(span);
    String rest = pattern == null ? name : name.substring(pattern.prefix().length());
    int bracket = rest.indexOf('[');
    return bracket > 0 ? rest.substring(0, bracket) : rest;
  }
}
