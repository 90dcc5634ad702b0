package io.heddle.recorder;

import io.heddle.recorder.ring.SlotDescriptor;
import io.heddle.recorder.ring.Slots;

/** Slots outside of a ring, from position 0 on. One thread at a time. */
final class CopiedSlots implements Slots {
  private final long[] words;

  CopiedSlots(int slots) {
    words = new long[slots * SlotDescriptor.SLOT_WORDS];
  }

  void put(long position, int word, long value) {
    words[offset(position) + word] = value;
  }

  @Override
  public long word(long position, int word) {
    return words[offset(position) + word];
  }

  private static int offset(long position) {
    return (int) position * SlotDescriptor.SLOT_WORDS;
  }
}
