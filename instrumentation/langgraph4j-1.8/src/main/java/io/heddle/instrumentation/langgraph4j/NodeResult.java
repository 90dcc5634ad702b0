package io.heddle.instrumentation.langgraph4j;

import io.heddle.recorder.Execution;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the map a node returned: the names it writes, and whether one of them is a generator. Looks
 * only into maps of the JDK, and allocates nothing for a map that is mutable or whose names the
 * node has written before.
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

  private static final ClassValue<Boolean> IMMUTABLE =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return type.getName().startsWith("java.util.ImmutableCollections$");
        }
      };

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
    if (returned instanceof Map<?, ?> map && map.getClass().getClassLoader() == null) {
      wrote.writesObserved();
      if (!map.isEmpty()) {
        recordNames(wrote, map, names);
      }
    } else {
      wrote.writesUnknown();
    }
    return generator;
  }

  private void recordNames(Execution wrote, Map<?, ?> map, KnownNames names) {
    if (!IMMUTABLE.get(map.getClass()) || !areAllKnown(wrote, map, names)) {
      iterate(wrote, map, names);
    }
  }

  private void iterate(Execution wrote, Map<?, ?> map, KnownNames names) {
    execution = wrote;
    known = names;
    map.forEach(this);
    execution = null;
  }

  /** The JDK's immutable maps allocate when iterated, but not when asked for a name. */
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
        && map.getClass().getClassLoader() == null
        && map.size() >= state.size()
        && map.keySet().containsAll(state.keySet())) {
      wrote.writeAll();
      wrote.outputValue(map);
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
