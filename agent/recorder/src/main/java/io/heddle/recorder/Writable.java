package io.heddle.recorder;

import io.heddle.recorder.ring.Ring;

/** Something that has ended and can be written as one record. */
sealed interface Writable permits RecordedExecution, EndedLeaf {
  /** It ended at that time of the monotonic clock; said before anything else is asked. */
  void endedAt(long nano);

  /** The run it belongs to. */
  Run run();

  /** In which layout it is written. */
  int kind();

  /** Slots its record takes. */
  int slots();

  /**
   * Writes the record to a claimed position.
   *
   * @param withRun whether the ring's last record was of another run
   */
  void write(Ring ring, long at, boolean withRun);
}
