package io.heddle.recorder;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is open on one thread by depth, outermost first, and for each depth an execution to use
 * again. How deep it is its lane knows. Confined to its thread.
 */
@SuppressWarnings("ReferenceEquality") // one execution is one object
final class OpenExecutions {
  /** No depth. */
  static final int NOWHERE = -1;

  private static final int INITIAL_DEPTH = 4;

  private final Recorder recorder;

  /** Equal to {@link #pooled} at every depth whose execution nobody detached. */
  private @Nullable Execution[] open = new Execution[INITIAL_DEPTH];

  private @Nullable Execution[] pooled = new Execution[INITIAL_DEPTH];

  /** The span that was innermost when each was opened. */
  private long[] outer = new long[INITIAL_DEPTH];

  OpenExecutions(Recorder recorder) {
    this.recorder = recorder;
  }

  @Nullable Execution at(int depth) {
    return open[depth];
  }

  long outer(int depth) {
    return outer[depth];
  }

  /** The execution that is used again at that depth. */
  Execution pooled(int depth, Run run) {
    ensure(depth);
    Execution execution = pooled[depth];
    if (execution == null) {
      execution = new Execution(recorder, run);
      pooled[depth] = execution;
    }
    return execution;
  }

  /** A reference is only written when it changes: each costs a garbage collector's barrier. */
  void put(int depth, Execution execution, long outerSpan) {
    ensure(depth);
    if (open[depth] != execution) {
      open[depth] = execution;
    }
    outer[depth] = outerSpan;
  }

  /** How deep it is, of the innermost {@code depth}; {@link #NOWHERE} if it is not open here. */
  int find(Execution execution, int depth) {
    int at = depth - 1;
    while (at > NOWHERE && open[at] != execution) {
      at--;
    }
    return at;
  }

  /** Whether it is used again once it has ended. */
  boolean isPooled(Execution execution, int depth) {
    return pooled[depth] == execution;
  }

  /** Somebody keeps it: it is used again no more. */
  void give(Execution execution, int depth) {
    if (pooled[depth] == execution) {
      pooled[depth] = null;
    }
  }

  private void ensure(int depth) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
      pooled = Arrays.copyOf(pooled, depth * 2);
      outer = Arrays.copyOf(outer, depth * 2);
    }
  }
}
