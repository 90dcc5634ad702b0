package io.heddle.recorder;

import io.heddle.recorder.ring.Ring;
import org.jspecify.annotations.Nullable;

/** Reads records of every layout, in the order of their rings. Drain thread only. */
final class RecordReader {
  /** Where every record is read: what reads it then knows one kind of place. */
  private final CopiedSlots copy = new CopiedSlots(2);

  /**
   * The record there. Must be called for every record in order: the ring remembers whose run it is.
   *
   * @return good until the next call, unless it is {@linkplain ExecutionRecord#kept kept}
   */
  ExecutionRecord at(Ring ring, long position, int slots, int kind) {
    passOver(ring, position, kind);
    if (!(ring.attachment() instanceof Run run)) {
      throw new IllegalStateException("record without a run at position " + position);
    }
    if (kind == UsualDescriptor.KIND) {
      UsualDescriptor.expand(ring, position, run.parentSpanId(), copy);
      return new ExecutionRecord(copy, run, null);
    }
    copy.take(ring, position, slots);
    return new ExecutionRecord(copy, run, details(ring, position + slots - 1));
  }

  /** In the last slot, if there are any. */
  private @Nullable Details details(Ring ring, long last) {
    int flags = ExecutionDescriptor.lower(copy.word(0, ExecutionDescriptor.ATTEMPT_FLAGS));
    boolean any = (flags & ExecutionDescriptor.HAS_DETAILS) != 0;
    return any ? (Details) ring.takeReference(last) : null;
  }

  /** Does for a record that is not to be read what those behind it need. */
  void passOver(Ring ring, long position, int kind) {
    int flags =
        kind == UsualDescriptor.KIND
            ? UsualDescriptor.flags(ring, position)
            : ExecutionDescriptor.lower(ring.word(position, ExecutionDescriptor.ATTEMPT_FLAGS));
    if ((flags & ExecutionDescriptor.HAS_RUN) != 0) {
      ring.attachReference(position);
    }
  }
}
