package io.heddle.instrumentation.langgraph4j;

import io.heddle.recorder.Execution;
import io.heddle.recorder.value.ValueHash;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the map a node returned: the names it writes, and whether one of them is a generator. Looks
 * only into the JDK's own maps, not into its views of others, and allocates nothing for a map that
 * is mutable or whose names the node has written before. A map that another thread changes
 * meanwhile is unknown.
 */
final class NodeResult implements BiConsumer<Object, Object> {
  private static final String GENERATOR = "org.bsc.async.AsyncGenerator";

  private static final ClassValue<Boolean> IS_GENERATOR =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return implementsGenerator(type);
        }
      };

  private static final ClassValue<Reading> READINGS =
      new ClassValue<>() {
        @Override
        protected Reading computeValue(Class<?> type) {
          return Reading.of(type);
        }
      };

  /** How a map is read without running user code. */
  private enum Reading {
    NONE,
    ITERATED,
    /** It allocates when iterated, but not when asked for a name. */
    ASKED;

    static Reading of(Class<?> type) {
      boolean isImmutable = type.getName().startsWith("java.util.ImmutableCollections$");
      if (!ValueHash.isPlainMap(type)) {
        return NONE;
      }
      return isImmutable ? ASKED : ITERATED;
    }
  }

  private @Nullable Execution execution;
  private @Nullable KnownNames known;
  private boolean generator;

  private static boolean implementsGenerator(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Class<?> implemented : at.getInterfaces()) {
        if (implemented.getName().equals(GENERATOR) || implementsGenerator(implemented)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Tells the execution what it wrote.
   *
   * @return whether the node streams: then what it writes is not known yet
   */
  boolean record(Execution wrote, KnownNames names, @Nullable Object returned) {
    generator = false;
    if (returned instanceof Map<?, ?> map && READINGS.get(map.getClass()) != Reading.NONE) {
      wrote.writesObserved();
      recordNames(wrote, map, names);
    } else {
      wrote.writesUnknown();
    }
    return generator;
  }

  private void recordNames(Execution wrote, Map<?, ?> map, KnownNames names) {
    try {
      if (READINGS.get(map.getClass()) == Reading.ITERATED || !areAllKnown(wrote, map, names)) {
        iterate(wrote, map, names);
      }
    } catch (RuntimeException changedMeanwhile) {
      wrote.writesUnknown();
    }
  }

  private void iterate(Execution wrote, Map<?, ?> map, KnownNames names) {
    execution = wrote;
    known = names;
    try {
      map.forEach(this);
    } finally {
      execution = null;
    }
  }

  private boolean areAllKnown(Execution wrote, Map<?, ?> map, KnownNames names) {
    int found = 0;
    for (String name : names.all()) {
      Object value = map.get(name);
      if (value != null) {
        found++;
        write(wrote, name, value);
      }
    }
    return found == map.size();
  }

  /** A node that saw the whole state and returned all of its names has written all of them. */
  static void recordCopy(Execution wrote, @Nullable Object returned, Map<?, ?> state) {
    if (returned instanceof Map<?, ?> map
        && ValueHash.isPlainMap(map.getClass())
        && map.size() >= state.size()
        && hasAll(map, state)) {
      wrote.writeAll();
      wrote.outputValue(map);
    }
  }

  /** A sorted map would ask its user's comparator; the state's own map is a hash map. */
  private static boolean hasAll(Map<?, ?> map, Map<?, ?> state) {
    try {
      int found = 0;
      for (Object name : map.keySet()) {
        if (name instanceof String && state.containsKey(name)) {
          found++;
        }
      }
      return found == state.size();
    } catch (RuntimeException changedMeanwhile) {
      return false;
    }
  }

  @Override
  public void accept(Object name, @Nullable Object value) {
    Execution wrote = execution;
    KnownNames names = known;
    if (wrote == null || names == null) {
      return;
    }
    if (!(name instanceof String text)) {
      wrote.writesUnknown();
    } else if (write(wrote, text, value)) {
      names.add(text);
    }
  }

  /** A generator is not a value; the engine makes its names up. */
  private boolean write(Execution wrote, String name, @Nullable Object value) {
    boolean isValue = value == null || !IS_GENERATOR.get(value.getClass());
    if (isValue) {
      wrote.write(name, value);
    }
    generator |= !isValue;
    return isValue;
  }
}
