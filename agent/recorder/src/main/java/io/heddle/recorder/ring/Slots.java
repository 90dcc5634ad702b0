package io.heddle.recorder.ring;

/** Words of records by their positions: where they lie in a ring, or a copy. */
@FunctionalInterface
public interface Slots {
  /** One word of a slot of a record that is being handled, or kept. */
  long word(long position, int word);
}
