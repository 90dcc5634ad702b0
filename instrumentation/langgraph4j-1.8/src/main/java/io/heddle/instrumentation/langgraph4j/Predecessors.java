package io.heddle.instrumentation.langgraph4j;

import io.heddle.recorder.Execution;
import java.util.Arrays;

/**
 * The executions that had to end before the next node of a run could begin. Written by the thread
 * that drives the run, read by its branches while they run.
 */
final class Predecessors {
  private long[] spans = new long[4];
  private int count;

  /** From now on only this one. */
  void only(long span) {
    spans[0] = span;
    count = 1;
  }

  void clear() {
    count = 0;
  }

  void add(long span) {
    if (count == spans.length) {
      spans = Arrays.copyOf(spans, 2 * count);
    }
    spans[count++] = span;
  }

  void linkTo(Execution execution) {
    for (int i = 0; i < count; i++) {
      execution.predecessor(spans[i]);
    }
  }
}
