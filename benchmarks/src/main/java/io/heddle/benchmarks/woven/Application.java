package io.heddle.benchmarks.woven;

/** What the agent weaves; without it nothing but empty methods. */
final class Application {
  private static final Long NOT_WOVEN = -1L;

  private Application() {}

  /** A leaf node. */
  static void leaf() {}

  /** A node of an engine: its probe is asked at entry and exit. */
  static void node() {}

  /** The same with a predecessor, two names read and one written. */
  static void nodeWithEvidence() {}

  /** Opens a run on this thread. */
  static void open() {}

  /** Ends the run of this thread. */
  static void close() {}

  /** Has the hook forget whose lanes to try first. */
  static void forgetPredictions() {}

  /** How many records the drain has taken. */
  static Object recorded() {
    return NOT_WOVEN;
  }

  /** How many records found no room. */
  static Object dropped() {
    return NOT_WOVEN;
  }
}
