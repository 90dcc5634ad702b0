package io.heddle.recorder;

import io.heddle.recorder.ring.Ring;
import io.heddle.recorder.ring.SlotDescriptor;
import java.util.Arrays;

/** The slots of one record outside of its ring, from 0 on. One thread at a time. */
final class CopiedSlots {
  private long[] words;

  CopiedSlots(int slots) {
    words = new long[slots * SlotDescriptor.SLOT_WORDS];
  }

  private CopiedSlots(long[] words) {
    this.words = words;
  }

  /** Takes the words of a record. */
  void take(Ring ring, long position, int slots) {
    int length = slots * SlotDescriptor.SLOT_WORDS;
    if (length > words.length) {
      words = new long[length];
    }
    ring.copy(position, slots, words);
  }

  /** The first so many of them, to be kept. */
  CopiedSlots kept(int slots) {
    return new CopiedSlots(Arrays.copyOf(words, slots * SlotDescriptor.SLOT_WORDS));
  }

  void put(int slot, int word, long value) {
    words[slot * SlotDescriptor.SLOT_WORDS + word] = value;
  }

  long word(int slot, int word) {
    return words[slot * SlotDescriptor.SLOT_WORDS + word];
  }
}
