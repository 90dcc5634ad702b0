package io.heddle.mapping;

import io.heddle.otlp.Spans;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Patterns of span names, looked up once a name. */
final class SpanNames {
  private final Spans spans;
  private final Map<Integer, Optional<NamePatterns.Pattern>> patterns = new HashMap<>();

  SpanNames(Spans spans) {
    this.spans = spans;
  }

  NamePatterns.@Nullable Pattern pattern(int span) {
    return patterns
        .computeIfAbsent(
            spans.nameNumber(span), name -> Optional.ofNullable(NamePatterns.of(spans.name(span))))
        .orElse(null);
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
