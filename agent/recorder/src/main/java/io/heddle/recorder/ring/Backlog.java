package io.heddle.recorder.ring;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Records that were taken out of a ring unread, since its writers needed the room: to be read
 * before what is in the ring. It grows by chunks and gives back those that are read. Consumer's
 * thread only.
 */
public final class Backlog {
  private final Ring ring;
  private final Reserve reserve;
  private final Deque<ExclusiveRing> chunks = new ArrayDeque<>();

  /** An empty one behind that ring. */
  public Backlog(Ring ring, Reserve reserve) {
    this.ring = ring;
    this.reserve = reserve;
  }

  public boolean isEmpty() {
    return chunks.isEmpty();
  }

  /** Takes what is in the ring as far as the reserve reaches. */
  public void fill() {
    ExclusiveRing chunk = chunks.isEmpty() ? added() : chunks.getLast();
    while (chunk != null && !ring.moveTo(chunk)) {
      chunk = added();
    }
  }

  private @Nullable ExclusiveRing added() {
    ExclusiveRing chunk = reserve.take();
    if (chunk != null) {
      if (chunks.isEmpty()) {
        chunk.attach(ring.attachment());
      }
      chunks.add(chunk);
    }
    return chunk;
  }

  /** Like {@link Ring#drain}: what is here, then what is in the ring. */
  public int drain(RecordHandler handler, int limit) {
    int done = 0;
    ExclusiveRing chunk = chunks.peek();
    while (chunk != null) {
      done += chunk.drain(handler, limit - done);
      if (chunk.used() > 0) {
        return done;
      }
      chunk = next(chunk);
    }
    return done + ring.drain(handler, limit - done);
  }

  /** Goes on where a chunk ended: whose record was its last, the following one need not say. */
  private @Nullable ExclusiveRing next(ExclusiveRing read) {
    chunks.remove();
    reserve.giveBack();
    ring.drop(read.dropped());
    ExclusiveRing next = chunks.peek();
    (next == null ? ring : next).attach(read.attachment());
    return next;
  }
}
