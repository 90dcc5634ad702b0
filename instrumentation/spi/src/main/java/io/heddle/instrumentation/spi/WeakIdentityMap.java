package io.heddle.instrumentation.spi;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What we know about engine objects, without keeping them alive. Keys are compared by identity and
 * none of their methods is called. Thread-safe and lock-free; {@link #get} allocates nothing.
 *
 * @param <V> must not refer to its key
 */
public final class WeakIdentityMap<V> {
  private final Map<Object, V> entries = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  @SuppressWarnings("ThreadLocalUsage") // a map is made once, with its module
  private final ThreadLocal<@Nullable Wanted> wanted = new ThreadLocal<>();

  private final @Nullable Consumer<V> whenCollected;

  /** Nobody hears of values whose keys are gone. */
  public WeakIdentityMap() {
    this.whenCollected = null;
  }

  /**
   * @param whenCollected hears of values whose keys are gone, at a later {@link #put} or {@link
   *     #expunge}
   */
  public WeakIdentityMap(Consumer<V> whenCollected) {
    this.whenCollected = whenCollected;
  }

  /** Whether it keeps nothing: for those who ask often. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The value of that very object; null if there is none. */
  public @Nullable V get(Object key) {
    return isEmpty() ? null : find(key);
  }

  private @Nullable V find(Object key) {
    Wanted lookUp = wanted(key);
    V found = entries.get(lookUp);
    lookUp.key = null;
    return found;
  }

  private Wanted wanted(Object key) {
    Wanted lookUp = wanted.get();
    if (lookUp == null) {
      lookUp = new Wanted();
      wanted.set(lookUp);
    }
    lookUp.key = key;
    return lookUp;
  }

  /** Keeps the value as long as the key is reachable. */
  public void put(Object key, V value) {
    expunge();
    entries.put(new Key(key, collected), value);
  }

  /**
   * Forgets the key.
   *
   * @return what was kept under it
   */
  public @Nullable V remove(Object key) {
    Wanted lookUp = wanted(key);
    V removed = entries.remove(lookUp);
    lookUp.key = null;
    return removed;
  }

  /** Forgets what belongs to keys that are gone. A volatile read when there are none. */
  public void expunge() {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      V value = entries.remove(gone);
      if (value != null && whenCollected != null) {
        whenCollected.accept(value);
      }
    }
  }

  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object target, ReferenceQueue<Object> queue) {
      super(target, queue);
      this.hash = System.identityHashCode(target);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }
  }

  /** A thread's reusable search key; the map asks it, never the stored one, whether they match. */
  private static final class Wanted {
    private @Nullable Object key;

    @Override
    public int hashCode() {
      return System.identityHashCode(key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key stored && stored.refersTo(key);
    }
  }
}
