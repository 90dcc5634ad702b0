package io.heddle.recorder;

import io.heddle.recorder.ring.ExclusiveRing;
import io.heddle.recorder.ring.RecordHandler;
import io.heddle.recorder.ring.Ring;
import io.heddle.recorder.ring.SharedRing;
import io.heddle.recorder.self.Counters;
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
final class Lanes implements Counters.Rings {
  private static final int STRIPES = 4;
  private static final int RECENT = 256;

  private final Recorder recorder;
  private final int slots;
  private final Runnable crowded;
  private final AtomicReferenceArray<@Nullable Thread> owners;

  /** As many exclusive ones as there are owners, then the stripes; made when first needed. */
  private final AtomicReferenceArray<@Nullable Ring> rings;

  private final AtomicInteger nextStripe = new AtomicInteger();
  private final ThreadLocal<@Nullable Lane> byThread = new ThreadLocal<>();

  /**
   * By the threads' ids; of those that share a place the last. Plain: see {@link Recorder#lane}.
   */
  private final @Nullable Lane[] recent = new Lane[RECENT];

  private final Intake intake;
  private final Busiest busiest = new Busiest();

  /** The ring that is drained first: another one each time, should there be a limit. */
  private int first;

  /**
   * @param crowded called when a ring is half full
   */
  Lanes(Recorder recorder, int slots, int ringsMax, Runnable crowded) {
    this.recorder = recorder;
    this.slots = slots;
    this.crowded = crowded;
    this.owners = new AtomicReferenceArray<>(ringsMax);
    this.rings = new AtomicReferenceArray<>(ringsMax + STRIPES);
    this.intake = new Intake(rings);
  }

  /** The calling thread's lane if it has one: for threads that may never record. */
  @Nullable Lane known() {
    return byThread.get();
  }

  /** The calling thread's lane. */
  Lane lookUp() {
    Thread thread = Thread.currentThread();
    int place = (int) thread.getId() & (RECENT - 1);
    Lane lane = recent[place];
    if (lane == null || lane.owner() != thread) {
      lane = ofThread(thread);
      recent[place] = lane;
    }
    return lane;
  }

  private Lane ofThread(Thread thread) {
    Lane lane = byThread.get();
    if (lane == null) {
      lane = new Lane(recorder, thread);
      byThread.set(lane);
    }
    return lane;
  }

  /** The ring of a platform thread, one of its own if there is one left; else null. */
  @Nullable ExclusiveRing ringOf(Thread owner) {
    for (int i = 0; i < owners.length(); i++) {
      if (owners.get(i) == owner) {
        return exclusive(i);
      }
    }
    for (int i = 0; i < owners.length(); i++) {
      if (owners.get(i) == null && owners.compareAndSet(i, null, owner)) {
        return exclusive(i);
      }
    }
    return null;
  }

  /** A ring that nobody reads. */
  SharedRing rehearsal() {
    return new SharedRing(1, crowded);
  }

  SharedRing stripe() {
    return stripe(owners.length() + (nextStripe.getAndIncrement() & (STRIPES - 1)));
  }

  private ExclusiveRing exclusive(int index) {
    if (!(rings.get(index) instanceof ExclusiveRing ring)) {
      ExclusiveRing made = new ExclusiveRing(slots, crowded);
      rings.set(index, made);
      return made;
    }
    return ring;
  }

  private SharedRing stripe(int index) {
    rings.compareAndSet(index, null, new SharedRing(slots, crowded));
    return (SharedRing) Objects.requireNonNull(rings.get(index));
  }

  /**
   * Hands records to the handler and takes back the rings of ended threads. Drain thread only.
   *
   * @param limit how many at most
   * @return how many records
   */
  int drain(RecordHandler handler, int limit) {
    int done = 0;
    for (int i = 0; i < rings.length(); i++) {
      done += drain((first + i) % rings.length(), handler, Math.min(slots, limit - done));
    }
    first = (first + 1) % rings.length();
    busiest.step(recent, done);
    return done;
  }

  private int drain(int index, RecordHandler handler, int limit) {
    Ring ring = rings.get(index);
    if (ring == null) {
      return 0;
    }
    Thread ended = endedOwner(index);
    int drained = intake.drain(index, ring, handler, limit);
    if (ended != null && drained < limit) {
      reclaim(index, ring);
    }
    return drained;
  }

  /** Whether no record waits. Drain thread only. */
  boolean areEmpty() {
    return intake.isEmpty();
  }

  /** Whether a ring needs room, and there is no other place for its records. Drain thread only. */
  boolean areCrowded() {
    return intake.isCrowded();
  }

  /** Asked before draining: what an ended thread wrote is visible then. */
  private @Nullable Thread endedOwner(int index) {
    Thread owner = index < owners.length() ? owners.get(index) : null;
    return owner == null || owner.isAlive() ? null : owner;
  }

  private void reclaim(int index, Ring ring) {
    ring.attach(null);
    ((ExclusiveRing) ring).announce(null);
    owners.set(index, null);
  }

  /** Records that found their ring full, of each ring: the exclusive ones, then the stripes. */
  @Override
  public long[] dropped() {
    long[] dropped = new long[rings.length()];
    for (int i = 0; i < dropped.length; i++) {
      Ring ring = rings.get(i);
      dropped[i] = ring == null ? 0 : ring.dropped();
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
