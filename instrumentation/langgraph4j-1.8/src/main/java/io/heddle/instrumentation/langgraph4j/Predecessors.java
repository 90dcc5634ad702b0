package io.heddle.instrumentation.langgraph4j;

import io.heddle.recorder.Execution;
import java.util.Arrays;

/**
 * The executions that had to end before the next node of a run could begin. Written by the thread
 * that drives the run, read by its branches while they run.
 */
final class Predecessors {
  private static final long[] NONE = {};

  /** Mostly there is one. */
  private long first;

  private long[] others = NONE;
  private int count;

  /** From now on only this one. */
  void only(long span) {
    first = span;
    count = 1;
  }

  /** What they are now, whatever comes later. */
  Predecessors copy() {
    Predecessors copy = new Predecessors();
    copy.first = first;
    copy.others = others.length == 0 ? NONE : others.clone();
    copy.count = count;
    return copy;
  }

  void clear() {
    count = 0;
  }

  void add(long span) {
    if (count == 0) {
      only(span);
      return;
    }
    int other = count - 1;
    if (other == others.length) {
      others = Arrays.copyOf(others, 2 * count);
    }
    others[other] = span;
    count++;
  }

  void linkTo(Execution execution) {
    if (count > 0) {
      execution.predecessor(first);
    }
    for (int other = 0; other < count - 1; other++) {
      execution.predecessor(others[other]);
    }
  }
}
