package io.heddle.recorder;

import io.heddle.recorder.ring.ExclusiveRing;
import io.heddle.recorder.ring.Ring;
import io.heddle.recorder.ring.SharedRing;
import io.heddle.recorder.ring.SlotDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Where the records of one lane go: to its thread's ring, a virtual thread's to that of the carrier
 * it runs on, and to a stripe when there is none of these. Confined to the lane's thread.
 */
@SuppressWarnings("ReferenceEquality") // one thread, one run, is one object
class Outlet {
  /** A thread on a stripe asks that often, in records, whether a ring has become free. */
  private static final int PATIENCE = 256;

  private final Lanes lanes;
  private final Thread owner;
  private final boolean isVirtual;
  private @Nullable ExclusiveRing own;
  private @Nullable SharedRing stripe;
  private @Nullable SharedRing rehearsal;
  private int onStripe;
  private @Nullable Thread carrier;
  private @Nullable ExclusiveRing ofCarrier;

  Outlet(Lanes lanes, Thread owner) {
    this(lanes, owner, VirtualThreads.isVirtual(owner));
  }

  Outlet(Lanes lanes, Thread owner, boolean isVirtual) {
    this.lanes = lanes;
    this.owner = owner;
    this.isVirtual = isVirtual;
  }

  /** The ring that this thread alone writes to; null before its first record, and without one. */
  @Nullable ExclusiveRing own() {
    return own;
  }

  boolean isOfVirtualThread() {
    return isVirtual;
  }

  /** Writes a record, or drops and counts it. */
  void write(Writable ended, long now) {
    ended.endedAt(now);
    ExclusiveRing mine = isVirtual ? null : ownRing();
    if (mine != null) {
      write(mine, ended);
    } else if (!isVirtual || !isWrittenOnCarrier(ended)) {
      write(stripe(), rehearsal(), ended);
    }
  }

  private @Nullable ExclusiveRing ownRing() {
    if (own == null && onStripe++ % PATIENCE == 0) {
      own = lanes.ringOf(owner);
    }
    return own;
  }

  private boolean isWrittenOnCarrier(Writable ended) {
    ExclusiveRing ring = enterCarrier();
    if (ring == null) {
      return false;
    }
    try {
      write(ring, ended);
    } finally {
      ring.leave();
    }
    return true;
  }

  /**
   * The ring of the carrier that this virtual thread runs on, until it is left; null if there is
   * none. Nothing in between gives the carrier up; should it happen all the same, the ring is busy.
   */
  @Nullable ExclusiveRing enterCarrier() {
    ExclusiveRing candidate = isVirtual ? carrierRing() : null;
    return candidate != null && candidate.enter() ? candidate : null;
  }

  private @Nullable ExclusiveRing carrierRing() {
    Thread now = carrier();
    if (carrier != now || ofCarrier == null) {
      carrier = now;
      ofCarrier = now == null ? null : lanes.ringOf(now);
    }
    return ofCarrier;
  }

  /** Whom this virtual thread runs on now; null where this JVM does not tell. */
  @Nullable Thread carrier() {
    return VirtualThreads.carrier();
  }

  private SharedRing stripe() {
    SharedRing present = stripe;
    if (present == null) {
      present = lanes.stripe();
      stripe = present;
    }
    return present;
  }

  private static void write(ExclusiveRing ring, Writable ended) {
    int slots = ended.slots();
    long at = ring.claim(slots);
    if (at == Ring.FULL) {
      ring.drop();
      return;
    }
    boolean withRun = ring.announced() != ended.run();
    ended.write(ring, at, withRun);
    ring.commit(at, slots, ended.kind());
    if (withRun) {
      ring.announce(ended.run());
    }
    ring.fetchAhead();
  }

  private SharedRing rehearsal() {
    SharedRing present = rehearsal;
    if (present == null) {
      present = lanes.rehearsal();
      rehearsal = present;
    }
    return present;
  }

  /**
   * An open claim would stop the consumer, so it is closed even when this thread runs out of stack;
   * whoever has too little even for that finds out before the claim.
   */
  private static void write(SharedRing ring, SharedRing rehearsal, Writable ended) {
    int slots = ended.slots();
    rehearsal.commit(0, slots, SlotDescriptor.KIND_ABORTED);
    long at = ring.claim(slots);
    if (at == Ring.FULL) {
      ring.drop();
      return;
    }
    int kind = SlotDescriptor.KIND_ABORTED;
    try {
      ended.write(ring, at, true);
      kind = ended.kind();
    } finally {
      ring.commit(at, slots, kind);
    }
  }
}
