package io.heddle.recorder.ring;

import org.jspecify.annotations.Nullable;

/**
 * The positions of a ring, on cache lines of their own: a class's fields lie behind those of its
 * superclass.
 */
final class RingFields {
  private RingFields() {}

  @SuppressWarnings("unused")
  abstract static class LeadingPad {
    private long p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14;
  }

  abstract static class Producer extends LeadingPad {
    /** Next position to claim. */
    long producerPosition;

    /** Positions below this one are known to be free; the consumer's position is read only here. */
    long producerLimit;

    /** Slots below this one have been fetched. */
    long fetchedPosition;

    @Nullable Object announced;

    boolean busy;
  }

  @SuppressWarnings("unused")
  abstract static class MiddlePad extends Producer {
    private long p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14;
  }

  abstract static class Consumer extends MiddlePad {
    /**
     * Next position to read. Volatile for its one reader elsewhere, a writer that needs room: that
     * happens too rarely to be compiled, and a handle takes the interpreter 20 us.
     */
    volatile long consumerPosition;

    /** Behind the record that was handed out last; beyond the position above until it is read. */
    long handedPosition;
  }

  @SuppressWarnings("unused")
  abstract static class TrailingPad extends Consumer {
    private long p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14;
  }
}
