package io.heddle.mapping;

import io.heddle.otlp.Spans;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Patterns of span names, looked up once a name. */
final class SpanNames {
  private static final int SHORTEST_ID = 32;

  /** UUIDs, and the same digits without hyphens. */
  private static final Pattern ID =
      Pattern.compile(
          "(?<![0-9a-zA-Z])[0-9a-fA-F]{8}(-?)(?:[0-9a-fA-F]{4}\\1){3}[0-9a-fA-F]{12}"
              + "(?![0-9a-zA-Z])");

  private final Spans spans;
  private final Map<Integer, String> starred = new HashMap<>();
  private final BitSet asWritten = new BitSet();
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

  /** The name, with a star for each id that only this span or its process has. */
  String name(int span) {
    int number = spans.nameNumber(span);
    return asWritten.get(number)
        ? spans.name(span)
        : starred.computeIfAbsent(number, unseen -> withoutIds(number, spans.name(span)));
  }

  private String withoutIds(int number, String name) {
    String without = name.length() < SHORTEST_ID ? name : ID.matcher(name).replaceAll("*");
    asWritten.set(number, without.equals(name));
    return without;
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
