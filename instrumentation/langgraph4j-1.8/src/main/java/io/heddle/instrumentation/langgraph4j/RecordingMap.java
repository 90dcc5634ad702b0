package io.heddle.instrumentation.langgraph4j;

import java.io.Serial;
import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A node's state data that tells which names the node looks at. Everything else it leaves to the
 * state's own map; whatever looks at more than one name counts as all of them.
 *
 * <p>It is only ever handed out inside a {@link java.util.Collections#unmodifiableMap}, as the
 * engine hands out the original: no user code sees this class, and in a serialized form it is
 * replaced by the original.
 */
final class RecordingMap implements Map<String, @Nullable Object>, Serializable {
  @Serial private static final long serialVersionUID = 1;

  private final transient Map<String, @Nullable Object> data;
  private final transient OpenNode node;
  private final transient int opening;

  RecordingMap(Map<String, @Nullable Object> data, OpenNode node) {
    this.data = data;
    this.node = node;
    this.opening = node.generation();
  }

  @Serial
  private Object writeReplace() {
    return all();
  }

  private Map<String, @Nullable Object> all() {
    if (node.isOpen(opening)) {
      node.readAll(opening, data);
    }
    return data;
  }

  private Map<String, @Nullable Object> one(@Nullable Object key) {
    if (key instanceof String name && node.isOpen(opening)) {
      node.read(opening, name, data.get(name));
    }
    return data;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    return one(key).get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return one(key).containsKey(key);
  }

  @Override
  public @Nullable Object getOrDefault(@Nullable Object key, @Nullable Object defaultValue) {
    return one(key).getOrDefault(key, defaultValue);
  }

  @Override
  public int size() {
    return all().size();
  }

  @Override
  public boolean isEmpty() {
    return all().isEmpty();
  }

  @Override
  public boolean containsValue(@Nullable Object value) {
    return all().containsValue(value);
  }

  @Override
  public Set<String> keySet() {
    return all().keySet();
  }

  @Override
  public Collection<@Nullable Object> values() {
    return all().values();
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    return all().entrySet();
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
    all().forEach(action);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return all().equals(other);
  }

  @Override
  public int hashCode() {
    return all().hashCode();
  }

  @Override
  public String toString() {
    return all().toString();
  }

  @Override
  public @Nullable Object put(String key, @Nullable Object value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable Object remove(@Nullable Object key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void putAll(Map<? extends String, ? extends @Nullable Object> other) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void clear() {
    throw new UnsupportedOperationException();
  }
}
