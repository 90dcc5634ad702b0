package io.heddle.recorder;

import io.heddle.recorder.jvm.ThreadCosts;
import org.jspecify.annotations.Nullable;

/**
 * CPU time and allocated bytes of one execution, what it calls included. Measured only where the
 * measuring is cheap beside the node. One thread at a time; allocates nothing.
 */
final class Costs {
  /** Nothing is worth measuring. */
  static final int NONE = 0;

  static final int CPU = 1;
  static final int MEMORY = 1 << 1;
  static final int ALL = CPU | MEMORY;

  /** Two readings of the thread's CPU time cost about 0.4 us. */
  static final long CPU_WORTH_NS = 100_000;

  /** Two readings of the thread's allocated bytes cost about 0.04 us. */
  static final long MEMORY_WORTH_NS = 10_000;

  private static final long SPREAD = 0x9e3779b97f4a7c15L;
  private static final int SAMPLED_SHIFT = Long.SIZE - 10;

  private @Nullable ThreadCosts thread;
  private int measured;
  private long cpuNs;
  private long allocatedBytes;

  /** What is worth measuring in each execution of a node that takes that long. */
  static int worth(long meanNs) {
    return (meanNs > CPU_WORTH_NS ? CPU : NONE) | (meanNs > MEMORY_WORTH_NS ? MEMORY : NONE);
  }

  /**
   * One in 1,024 ids, whatever the distance of a node's ids is (Knuth, The Art of Computer
   * Programming, 6.4: Fibonacci hashing).
   */
  static boolean isSampled(long spanId) {
    return (spanId * SPREAD) >>> SAMPLED_SHIFT == 0;
  }

  /** Nothing is known of the next execution. */
  void reset() {
    measured = NONE;
  }

  /** Last thing before the clock is read. */
  void begin(ThreadCosts ofThread, int what) {
    thread = ofThread;
    measured = what;
    if ((what & MEMORY) != 0) {
      allocatedBytes = ofThread.allocatedBytes();
    }
    if ((what & CPU) != 0) {
      cpuNs = ofThread.cpuNs();
    }
  }

  /** First thing after the clock is read, on the same thread. */
  void end() {
    ThreadCosts present = thread;
    if (measured == NONE || present == null) {
      return;
    }
    if ((measured & CPU) != 0) {
      cpuNs = difference(cpuNs, present.cpuNs());
    }
    if ((measured & MEMORY) != 0) {
      allocatedBytes = difference(allocatedBytes, present.allocatedBytes());
    }
  }

  private static long difference(long before, long after) {
    return before == ThreadCosts.UNKNOWN || after < before ? ThreadCosts.UNKNOWN : after - before;
  }

  /** Whether anything was measured. */
  boolean areKnown() {
    return measured != NONE;
  }

  /** CPU time in ns, or {@link ThreadCosts#UNKNOWN}. */
  long cpuNs() {
    return (measured & CPU) != 0 ? cpuNs : ThreadCosts.UNKNOWN;
  }

  /** Allocated bytes, or {@link ThreadCosts#UNKNOWN}. */
  long allocatedBytes() {
    return (measured & MEMORY) != 0 ? allocatedBytes : ThreadCosts.UNKNOWN;
  }
}
