package io.heddle.recorder.ring;

/** What the consumer does with a record; it may read the ring only during the call. */
@FunctionalInterface
public interface RecordHandler {
  /**
   * Called for every record in order.
   *
   * @param position of the record's first slot
   * @param slots how many it has
   * @param kind what its writer committed it as
   */
  void onRecord(Ring ring, long position, int slots, int kind);

  /**
   * Called before all others for a record that {@link #onRecord} did not return from: something was
   * thrown there, perhaps by {@code Thread.stop}. Counts it as dropped.
   */
  default void onStruck(Ring ring, long position, int kind) {
    ring.drop();
  }
}
