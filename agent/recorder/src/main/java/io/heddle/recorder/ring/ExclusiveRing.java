package io.heddle.recorder.ring;

/**
 * A ring that one thread at a time writes to. A claim that is never committed is simply overwritten
 * by the next one.
 */
public final class ExclusiveRing extends Ring {
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

  @Override
  public void commit(long position, int slots, int kind) {
    producerPosition = position + slots;
    soHeader(position, slots, kind);
  }

  private boolean raise(long end) {
    producerLimit = raisedLimit(end);
    return end <= producerLimit;
  }
}
