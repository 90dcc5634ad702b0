package io.heddle.core.finding;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Attributes of its own, and those of the root that it does not name itself; nothing is copied. */
final class Inherited extends AbstractMap<String, String> {
  private final Map<String, String> own;
  private final Map<String, String> root;

  Inherited(Map<String, String> own, Map<String, String> root) {
    this.own = own;
    this.root = root;
  }

  @Override
  public @Nullable String get(@Nullable Object key) {
    String value = own.get(key);
    return value == null ? root.get(key) : value;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public Set<String> keySet() {
    Set<String> keys = new HashSet<>(root.keySet());
    keys.addAll(own.keySet());
    return keys;
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    Map<String, String> both = new HashMap<>(root);
    both.putAll(own);
    return both.entrySet();
  }
}
