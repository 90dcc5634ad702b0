package io.heddle.recorder;

import io.heddle.recorder.ring.Backlog;
import io.heddle.recorder.ring.RecordHandler;
import io.heddle.recorder.ring.Reserve;
import io.heddle.recorder.ring.Ring;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What is read of the rings, and what is kept of those whose writers need room before anybody wants
 * their records. Drain thread only.
 */
final class Intake {
  /** What is kept of all rings together takes at most that part of the heap, and that much. */
  private static final int PART_OF_HEAP = 8;

  private static final long MAX_BYTES = 1L << 25;

  private final AtomicReferenceArray<@Nullable Ring> rings;
  private final Reserve reserve;
  private final @Nullable Backlog[] backlogs;

  Intake(AtomicReferenceArray<@Nullable Ring> rings) {
    this.rings = rings;
    this.reserve =
        new Reserve(Math.min(MAX_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_HEAP));
    this.backlogs = new Backlog[rings.length()];
  }

  /** Hands over the oldest records of one ring; how many. */
  int drain(int index, Ring ring, RecordHandler handler, int limit) {
    Backlog backlog = backlogs[index];
    int drained = backlog == null ? ring.drain(handler, limit) : backlog.drain(handler, limit);
    backlogs[index] = kept(backlog, ring);
    return drained;
  }

  private @Nullable Backlog kept(@Nullable Backlog before, Ring ring) {
    if (!isCrowded(ring)) {
      return before == null || before.isEmpty() ? null : before;
    }
    Backlog backlog = before == null ? new Backlog(ring, reserve) : before;
    backlog.fill();
    return backlog;
  }

  /** Writers need the other half until this side comes by again. */
  private static boolean isCrowded(Ring ring) {
    return ring.used() > ring.capacity() / 2;
  }

  /** Whether no record waits. */
  boolean isEmpty() {
    for (int i = 0; i < backlogs.length; i++) {
      Ring ring = rings.get(i);
      if (backlogs[i] != null || (ring != null && ring.used() > 0)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a ring needs room, and there is no other place for its records. */
  boolean isCrowded() {
    boolean crowded = false;
    for (int i = 0; i < backlogs.length && reserve.isUsedUp(); i++) {
      Ring ring = rings.get(i);
      crowded |= ring != null && isCrowded(ring);
    }
    return crowded;
  }
}
