package io.heddle.instrumentation.langgraph4j;

import io.heddle.recorder.Execution;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What other threads than a node's own saw of its state. They add to it at any time; who ends the
 * node takes what belongs to its opening and forgets the rest. Lock-free: a node that nobody reads
 * elsewhere costs one load.
 */
final class ReadsElsewhere {
  private static final VarHandle NEWEST;

  static {
    try {
      NEWEST = MethodHandles.lookup().findVarHandle(ReadsElsewhere.class, "newest", Read.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private sealed interface Seen {
    record One(String name, @Nullable Object value) implements Seen {}

    record All(Map<?, ?> data) implements Seen {}

    /** Something, by somebody who may have been another node. */
    record Unknown() implements Seen {}
  }

  private record Read(int opening, Seen seen, @Nullable Read before) {}

  @SuppressWarnings("unused") // by its handle
  private @Nullable Read newest;

  void one(int opening, String name, @Nullable Object value) {
    add(opening, new Seen.One(name, value));
  }

  void all(int opening, Map<?, ?> data) {
    add(opening, new Seen.All(data));
  }

  void unknown(int opening) {
    add(opening, new Seen.Unknown());
  }

  private void add(int opening, Seen seen) {
    Read before;
    do {
      before = (Read) NEWEST.getAcquire(this);
    } while (!NEWEST.compareAndSet(this, before, new Read(opening, seen, before)));
  }

  /**
   * Tells the execution of that opening what was seen, oldest first.
   *
   * @return the whole state if somebody saw that
   */
  @Nullable Map<?, ?> handOver(int opening, Execution execution) {
    return NEWEST.getAcquire(this) == null ? null : taken(opening, execution);
  }

  private @Nullable Map<?, ?> taken(int opening, Execution execution) {
    Map<?, ?> whole = null;
    for (Read read = oldestFirst((Read) NEWEST.getAndSet(this, null)); read != null; ) {
      if (read.opening == opening) {
        whole = tell(execution, read.seen, whole);
      }
      read = read.before;
    }
    return whole;
  }

  private static @Nullable Read oldestFirst(@Nullable Read newest) {
    Read reversed = null;
    for (Read read = newest; read != null; read = read.before) {
      reversed = new Read(read.opening, read.seen, reversed);
    }
    return reversed;
  }

  private static @Nullable Map<?, ?> tell(
      Execution execution, Seen seen, @Nullable Map<?, ?> whole) {
    if (seen instanceof Seen.All all) {
      return all.data();
    }
    if (seen instanceof Seen.One one) {
      execution.read(one.name(), one.value());
    } else {
      execution.readsUnknown();
    }
    return whole;
  }
}
