package io.heddle.benchmarks.evidence;

import io.heddle.recorder.Execution;
import java.util.concurrent.TimeUnit;

/** What a node does, and what an engine tells of it. */
enum Work {
  /** Nothing, of which only the times are told. */
  NOTHING(1_000, 0) {
    @Override
    void tell(Execution execution) {}
  },
  /** Nothing, after a wait. */
  WAIT(1_000, 0) {
    @Override
    void tell(Execution execution) {
      execution.waitNs(TimeUnit.MICROSECONDS.toNanos(3));
    }
  },
  /** Nothing, after another node. */
  PREDECESSOR(1_000, 0) {
    @Override
    void tell(Execution execution) {
      execution.predecessor(4_711);
    }
  },
  /** Two values are read and one is written. */
  VALUES(1_000, 0) {
    @Override
    void tell(Execution execution) {
      execution.read("customer", "c-17");
      execution.read("order", 4711);
      execution.write("answer", "done");
    }
  },
  /** Takes so long that its allocated bytes are measured each time. */
  MEDIUM(50, 30_000) {
    @Override
    void tell(Execution execution) {}
  },
  /** Takes so long that its CPU time is measured each time too. */
  SLOW(10, 150_000) {
    @Override
    void tell(Execution execution) {}
  };

  private final int burst;
  private final long bodyNs;

  Work(int burst, long bodyNs) {
    this.burst = burst;
    this.bodyNs = bodyNs;
  }

  abstract void tell(Execution execution);

  /** Executions that are timed together. */
  int burst() {
    return burst;
  }

  /** How long a body takes, so exactly that whatever else passes is the recording. */
  long bodyNs() {
    return bodyNs;
  }

  /** The body: waits actively. */
  void work() {
    if (bodyNs > 0) {
      long end = System.nanoTime() + bodyNs;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }
  }
}
