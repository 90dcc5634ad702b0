package io.heddle.recorder;

import io.heddle.recorder.ring.Ring;
import org.jspecify.annotations.Nullable;

/** Reads records of every layout, in the order of their rings. Drain thread only. */
final class RecordReader {
  /** Made when first needed: a program that has just started needs none. */
  private @Nullable CopiedSlots expanded;

  /**
   * The record there. Must be called for every record in order: the ring remembers whose run it is.
   *
   * @return good until the next call, unless it is {@linkplain ExecutionRecord#kept kept}
   */
  ExecutionRecord at(Ring ring, long position, int kind) {
    passOver(ring, position, kind);
    if (!(ring.attachment() instanceof Run run)) {
      throw new IllegalStateException("record without a run at position " + position);
    }
    if (kind == UsualDescriptor.KIND) {
      CopiedSlots full = expanded();
      UsualDescriptor.expand(ring, position, run.parentSpanId(), full);
      return ExecutionRecord.of(full, run);
    }
    return ExecutionRecord.at(ring, position, run);
  }

  private CopiedSlots expanded() {
    CopiedSlots present = expanded;
    if (present == null) {
      present = new CopiedSlots(2);
      expanded = present;
    }
    return present;
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
