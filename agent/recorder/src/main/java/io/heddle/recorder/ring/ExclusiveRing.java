package io.heddle.recorder.ring;

import org.jspecify.annotations.Nullable;

/**
 * A ring that one thread at a time writes to. A claim that is never committed is simply overwritten
 * by the next one.
 *
 * <p>Several virtual threads may write to one ring in turn, as long as they run on one carrier and
 * enclose each record in {@link #enter} and {@link #leave}.
 */
public final class ExclusiveRing extends Ring {
  /** A kilobyte at once, which then waits in the second cache. */
  private static final int FETCHED = 16;

  /**
   * An empty ring.
   *
   * @param slots a power of two
   * @param crowded called on the writer's thread when half of the ring is in use
   */
  public ExclusiveRing(int slots, Runnable crowded) {
    super(slots, crowded);
  }

  @Override
  public long claim(int slots) {
    long at = producerPosition;
    long end = at + slots;
    return end <= producerLimit || raise(end) ? at : FULL;
  }

  /**
   * The position last: whoever runs out of stack within the call before has not written the record,
   * while one that is counted but not there would stop the consumer for ever.
   */
  @Override
  public void commit(long position, int slots, int kind) {
    soHeader(position, slots, kind);
    producerPosition = position + slots;
  }

  /**
   * Fetches the cache lines of the slots that are written next, unless that has been done: many at
   * once, since each that is fetched for itself is waited for. For records with much work between
   * them; where they follow each other the processor does so itself. Writer's thread only.
   */
  public void fetchAhead() {
    if (producerPosition >= fetchedPosition) {
      fetch(producerPosition);
    }
  }

  private void fetch(long from) {
    fetchedPosition = from + FETCHED;
    long free = Math.min(from + FETCHED, producerLimit);
    for (long at = from; at < free; at++) {
      put(at, SlotDescriptor.HEADER + 1, 0);
    }
  }

  /** What the writer said about its last record, for example whose it was. Writer's thread only. */
  public @Nullable Object announced() {
    return announced;
  }

  /** See {@link #announced}. */
  public void announce(@Nullable Object what) {
    announced = what;
  }

  /**
   * False if the writer before left its carrier in the middle of a record. Writer's thread only.
   */
  public boolean enter() {
    if (busy) {
      return false;
    }
    busy = true;
    return true;
  }

  /** Undoes {@link #enter}. */
  public void leave() {
    busy = false;
  }

  private boolean raise(long end) {
    producerLimit = raisedLimit(end);
    return end <= producerLimit;
  }
}
