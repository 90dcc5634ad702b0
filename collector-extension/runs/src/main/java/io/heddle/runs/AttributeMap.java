package io.heddle.runs;

import io.heddle.mapping.Aliases;
import io.heddle.otlp.AttributeCursor;
import io.heddle.otlp.Spans;
import java.util.AbstractMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a span, then of its resource, read from the table when somebody asks. Under the
 * short names of {@link Aliases} it finds what the source wrote under its own key.
 */
final class AttributeMap extends AbstractMap<String, String> {
  private final Spans spans;
  private final int span;

  AttributeMap(Spans spans, int span) {
    this.spans = spans;
    this.span = span;
  }

  @Override
  public @Nullable String get(@Nullable Object key) {
    if (!(key instanceof String name)) {
      return null;
    }
    String value = find(name);
    Iterator<String> keys = Aliases.keys(name).iterator();
    while (value == null && keys.hasNext()) {
      value = find(keys.next());
    }
    return value;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    Map<String, String> entries = new TreeMap<>();
    AttributeCursor cursor = spans.attributes();
    putAll(entries, cursor.resource(spans.resource(span)));
    putAll(entries, cursor.span(span));
    return entries.entrySet();
  }

  private @Nullable String find(String key) {
    int number = spans.keyNumber(key);
    if (number < 0) {
      return null;
    }
    AttributeCursor cursor = spans.attributes();
    String own = cursor.span(span).find(number);
    return own != null ? own : cursor.resource(spans.resource(span)).find(number);
  }

  private static void putAll(Map<String, String> entries, AttributeCursor cursor) {
    while (cursor.next()) {
      entries.put(cursor.key(), cursor.text());
    }
  }
}
