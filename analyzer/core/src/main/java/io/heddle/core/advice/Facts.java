package io.heddle.core.advice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The evidence: named values in the order in which they are to be read. Immutable. */
public record Facts(Map<String, Fact> values) {
  public Facts {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public static Facts none() {
    return new Facts(Map.of());
  }

  public Facts with(String name, String value) {
    return with(name, new Fact.Text(value));
  }

  public Facts with(String name, long value) {
    return with(name, new Fact.Count(value));
  }

  public Facts with(String name, double value) {
    return with(name, new Fact.Measure(value));
  }

  public Facts with(String name, boolean value) {
    return with(name, new Fact.Truth(value));
  }

  public Facts with(String name, List<String> value) {
    return with(name, new Fact.Texts(value));
  }

  public Facts withRows(String name, List<Facts> rows) {
    return with(name, new Fact.Rows(rows));
  }

  public Facts withUnknown(String name) {
    return with(name, new Fact.Unknown());
  }

  /** The same evidence and one more value; an equal name is replaced in its place. */
  public Facts with(String name, Fact fact) {
    Map<String, Fact> more = new LinkedHashMap<>(values);
    more.put(name, fact);
    return new Facts(more);
  }

  /** The same evidence, followed by more. */
  public Facts and(Facts more) {
    Map<String, Fact> all = new LinkedHashMap<>(values);
    all.putAll(more.values);
    return new Facts(all);
  }

  /** The value of that name as {@link Fact#plain} gives it; null when absent or unknown. */
  public @Nullable Object get(String name) {
    Fact fact = values.get(name);
    return fact == null ? null : fact.plain();
  }

  /** The whole evidence as maps, lists, text, numbers and null, in order. */
  public Map<String, @Nullable Object> plain() {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    values.forEach((name, fact) -> plain.put(name, fact.plain()));
    return plain;
  }
}
