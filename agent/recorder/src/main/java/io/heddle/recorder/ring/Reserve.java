package io.heddle.recorder.ring;

import org.jspecify.annotations.Nullable;

/**
 * The memory that the backlogs of all rings may take together, in chunks; none is taken before it
 * is needed. Consumer's thread only.
 */
public final class Reserve {
  private static final int CHUNK_SLOTS = 2048;

  /** Words and, at most, a reference for each slot. */
  private static final long CHUNK_BYTES =
      (long) CHUNK_SLOTS * (SlotDescriptor.SLOT_WORDS + 1) * Long.BYTES;

  private int left;

  /**
   * A reserve of that size.
   *
   * @param bytes at most
   */
  public Reserve(long bytes) {
    left = (int) (bytes / CHUNK_BYTES);
  }

  /** Whether all of it is in use. */
  public boolean isUsedUp() {
    return left == 0;
  }

  @Nullable ExclusiveRing take() {
    if (isUsedUp()) {
      return null;
    }
    left--;
    return new ExclusiveRing(CHUNK_SLOTS, () -> {});
  }

  void giveBack() {
    left++;
  }
}
