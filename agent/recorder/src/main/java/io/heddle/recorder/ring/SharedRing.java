package io.heddle.recorder.ring;

/**
 * A ring that any number of threads write to. Who has claimed must commit, if need be as {@link
 * SlotDescriptor#KIND_ABORTED}: the consumer stops at a claim that is still open.
 */
public final class SharedRing extends Ring {
  /**
   * An empty ring.
   *
   * @param slots a power of two
   * @param crowded called on a writer's thread when half of the ring is in use
   */
  public SharedRing(int slots, Runnable crowded) {
    super(slots, crowded);
  }

  @Override
  public long claim(int slots) {
    long at;
    do {
      at = (long) PRODUCER_POSITION.getVolatile(this);
      if (at + slots > (long) PRODUCER_LIMIT.getVolatile(this) && !raise(at + slots)) {
        return FULL;
      }
    } while (!PRODUCER_POSITION.compareAndSet(this, at, at + slots));
    return at;
  }

  @Override
  public void commit(long position, int slots, int kind) {
    soHeader(position, slots, kind);
  }

  /** A race between two raises may leave the lower limit: it is then raised again. */
  private boolean raise(long end) {
    long limit = raisedLimit(end);
    PRODUCER_LIMIT.setVolatile(this, limit);
    return end <= limit;
  }
}
