package io.heddle.runs;

import io.heddle.mapping.Aliases;
import io.heddle.otlp.AttributeTable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a span, then of its resource, read from the table when somebody asks. Under the
 * short names of {@link Aliases} it finds what the source wrote under its own key.
 */
final class AttributeMap extends AbstractMap<String, String> {
  private final AttributeTable table;
  private final int record;
  private final int resource;

  AttributeMap(AttributeTable table, int record, int resource) {
    this.table = table;
    this.record = record;
    this.resource = resource;
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

  /** The keys alone, whatever stands under them. */
  @Override
  public Set<String> keySet() {
    return new Once<>(table.keys(record, resource));
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return new Once<>(table.all(record, resource));
  }

  private @Nullable String find(String key) {
    return table.find(record, resource, key);
  }

  /** Elements that are known to differ. */
  private static final class Once<E> extends AbstractSet<E> {
    private final Collection<E> elements;

    Once(Collection<E> elements) {
      this.elements = elements;
    }

    @Override
    public Iterator<E> iterator() {
      return elements.iterator();
    }

    @Override
    public int size() {
      return elements.size();
    }
  }
}
