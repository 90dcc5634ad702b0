package io.heddle.recorder;

import io.heddle.recorder.ring.Ring;

/** Something that has ended and can be written as one record. */
sealed interface Writable permits Execution, EndedLeaf {
  /** The run it belongs to. */
  Run run();

  /** Slots its record takes. */
  int slots();

  /**
   * Writes the record to a claimed position.
   *
   * @param withRun whether the ring's last record was of another run
   */
  void write(Ring ring, long at, long end, boolean withRun);
}
