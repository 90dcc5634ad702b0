package io.heddle.recorder;

import java.util.concurrent.atomic.LongAdder;

/**
 * What the recorder counts about itself. Every record that does not become an exported span is in
 * one of these numbers. Thread-safe.
 */
public final class Counters {
  private final LongAdder runs = new LongAdder();

  Counters() {}

  void runBegun() {
    runs.increment();
  }

  /** The numbers of this moment. */
  public Snapshot snapshot() {
    return new Snapshot(runs.sum());
  }

  /**
   * Numbers of one moment.
   *
   * @param runs runs begun
   */
  public record Snapshot(long runs) {}
}
