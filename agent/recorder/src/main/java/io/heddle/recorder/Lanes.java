package io.heddle.recorder;

import io.heddle.recorder.ring.ExclusiveRing;
import io.heddle.recorder.ring.RecordHandler;
import io.heddle.recorder.ring.Ring;
import io.heddle.recorder.ring.SharedRing;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Finds each thread's lane, and each lane a ring. The first platform threads that record get a ring
 * of their own, which others inherit when they have ended; all other threads, and virtual ones,
 * share a few stripes. So memory is bounded whatever the number of threads. Lock-free.
 */
@SuppressWarnings({
  "ReferenceEquality",
  "ThreadLocalUsage"
}) // one thread is one object; one recorder
final class Lanes {
  private static final int STRIPES = 4;

  private final Recorder recorder;
  private final int slots;
  private final Runnable crowded;
  private final AtomicReferenceArray<@Nullable Thread> owners;

  /** As many exclusive ones as there are owners, then the stripes; made when first needed. */
  private final AtomicReferenceArray<@Nullable Ring> rings;

  private final AtomicInteger nextStripe = new AtomicInteger();
  private final ThreadLocal<@Nullable Lane> byThread = new ThreadLocal<>();

  /**
   * Lanes of threads that record, to be found by a comparison instead of a look-up. Plain fields: a
   * stale view is only a detour, since a thread takes nothing but its own lane.
   */
  private Lane first;

  private Lane second;
  private Lane third;
  private Lane fourth;
  private final Lane nobody;

  /**
   * @param crowded called when a ring is half full
   */
  Lanes(Recorder recorder, int slots, int ringsMax, Runnable crowded) {
    this.recorder = recorder;
    this.slots = slots;
    this.crowded = crowded;
    this.owners = new AtomicReferenceArray<>(ringsMax);
    this.rings = new AtomicReferenceArray<>(ringsMax + STRIPES);
    this.nobody = new Lane(recorder, null, new SpanIds(0));
    first = second = third = fourth = nobody;
  }

  /** The calling thread's lane. */
  Lane current() {
    Thread thread = Thread.currentThread();
    Lane lane = first;
    if (lane.owner() == thread) {
      return lane;
    }
    lane = second;
    if (lane.owner() == thread) {
      return lane;
    }
    lane = third;
    if (lane.owner() == thread) {
      return lane;
    }
    lane = fourth;
    return lane.owner() == thread ? lane : lookUp(thread);
  }

  /** The calling thread's lane if it has one: for threads that may never record. */
  @Nullable Lane known() {
    return byThread.get();
  }

  private Lane lookUp(Thread thread) {
    Lane lane = byThread.get();
    if (lane == null) {
      Thread owner = VirtualThreads.isVirtual(thread) ? null : thread;
      lane = new Lane(recorder, owner, new SpanIds(recorder.seeds().next()));
      byThread.set(lane);
    }
    return lane;
  }

  /** A ring for a lane that begins to record; called on the lane's own thread. */
  Ring ringFor(Lane lane) {
    Thread owner = lane.owner();
    for (int i = 0; owner != null && i < owners.length(); i++) {
      if (owners.get(i) == null && owners.compareAndSet(i, null, owner)) {
        predict(lane);
        return exclusive(i);
      }
    }
    return stripe(owners.length() + (nextStripe.getAndIncrement() & (STRIPES - 1)));
  }

  private Ring exclusive(int index) {
    Ring ring = rings.get(index);
    if (ring == null) {
      ring = new ExclusiveRing(slots, crowded);
      rings.set(index, ring);
    }
    return ring;
  }

  private Ring stripe(int index) {
    Ring ring = rings.get(index);
    if (ring == null) {
      rings.compareAndSet(index, null, new SharedRing(slots, crowded));
      ring = rings.get(index);
    }
    return Objects.requireNonNull(ring);
  }

  private void predict(Lane lane) {
    if (first == nobody) {
      first = lane;
    } else if (second == nobody) {
      second = lane;
    } else if (third == nobody) {
      third = lane;
    } else if (fourth == nobody) {
      fourth = lane;
    }
  }

  /**
   * Hands all records to the handler and takes back the rings of ended threads. Drain thread only.
   *
   * @return how many records
   */
  int drain(RecordHandler handler) {
    int done = 0;
    for (int i = 0; i < rings.length(); i++) {
      Ring ring = rings.get(i);
      if (ring != null) {
        Thread ended = endedOwner(i);
        int drained = ring.drain(handler, slots);
        done += drained;
        if (ended != null && drained < slots) {
          reclaim(i, ring, ended);
        }
      }
    }
    return done;
  }

  /** Asked before draining: what an ended thread wrote is visible then. */
  private @Nullable Thread endedOwner(int index) {
    Thread owner = index < owners.length() ? owners.get(index) : null;
    return owner == null || owner.isAlive() ? null : owner;
  }

  private void reclaim(int index, Ring ring, Thread ended) {
    first = first.owner() == ended ? nobody : first;
    second = second.owner() == ended ? nobody : second;
    third = third.owner() == ended ? nobody : third;
    fourth = fourth.owner() == ended ? nobody : fourth;
    ring.attach(null);
    owners.set(index, null);
  }

  /** Records that found their ring full. */
  long dropped() {
    long dropped = 0;
    for (int i = 0; i < rings.length(); i++) {
      Ring ring = rings.get(i);
      dropped += ring == null ? 0 : ring.dropped();
    }
    return dropped;
  }

  /** Threads that have a ring of their own now. */
  int owned() {
    int count = 0;
    for (int i = 0; i < owners.length(); i++) {
      count += owners.get(i) == null ? 0 : 1;
    }
    return count;
  }

  /** Rings in memory. */
  int ringCount() {
    int count = 0;
    for (int i = 0; i < rings.length(); i++) {
      count += rings.get(i) == null ? 0 : 1;
    }
    return count;
  }
}
