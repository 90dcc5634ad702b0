package io.heddle.recorder.ring;

import static io.heddle.recorder.ring.SlotDescriptor.HEADER;
import static io.heddle.recorder.ring.SlotDescriptor.SLOT_WORDS;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A bounded ring of 64-byte slots with one consumer. A record takes one or more slots in a row; a
 * record that does not fit is dropped by its writer and counted here, nobody ever waits.
 *
 * <p>Writing is {@link #claim}, {@link #put} for every word, {@link #commit}. A slot may carry one
 * reference besides its words, for what is rare and does not fit.
 */
public abstract sealed class Ring extends RingFields.TrailingPad permits ExclusiveRing, SharedRing {
  /** What {@link #claim} answers when there is no room. */
  public static final long FULL = -1;

  static final VarHandle PRODUCER_POSITION =
      position(RingFields.Producer.class, "producerPosition");
  static final VarHandle PRODUCER_LIMIT = position(RingFields.Producer.class, "producerLimit");

  private static final VarHandle CONSUMER_POSITION =
      position(RingFields.Consumer.class, "consumerPosition");
  private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle DROPPED = position(Ring.class, "dropped");

  private final long[] words;
  private final @Nullable Object[] references;
  private final int mask;
  private final Runnable crowded;
  private @Nullable Object attachment;

  @SuppressWarnings("unused") // by its handle
  private long dropped;

  Ring(int slots, Runnable crowded) {
    if (Integer.bitCount(slots) != 1 || slots > Integer.MAX_VALUE / (SLOT_WORDS * 2)) {
      throw new IllegalArgumentException("slots must be a power of two: " + slots);
    }
    this.words = new long[slots * SLOT_WORDS];
    this.references = new Object[slots];
    this.mask = slots - 1;
    this.crowded = crowded;
    this.producerLimit = slots / 2;
  }

  private static VarHandle position(Class<?> owner, String field) {
    try {
      return MethodHandles.lookup().findVarHandle(owner, field, long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Room for a record of that many slots: its position, or {@link #FULL}. */
  public abstract long claim(int slots);

  /** Makes the record at a claimed position visible to the consumer. */
  public abstract void commit(long position, int slots, int kind);

  /** Writes one word of a claimed slot. */
  public final void put(long position, int word, long value) {
    words[offset(position) + word] = value;
  }

  /** Writes the reference of a claimed slot. */
  public final void refer(long position, Object reference) {
    references[((int) position & mask)] = reference;
  }

  /** Counts a record that found no room. */
  public final void drop() {
    drop(1);
  }

  final void drop(long records) {
    DROPPED.getAndAdd(this, records);
  }

  /** Records dropped so far. */
  public final long dropped() {
    return (long) DROPPED.getVolatile(this);
  }

  public final int capacity() {
    return mask + 1;
  }

  /** Slots that the consumer has not read yet, about. Consumer's thread only. */
  public final int used() {
    return (int) ((long) PRODUCER_POSITION.getAcquire(this) - consumerPosition);
  }

  /**
   * Hands up to {@code limit} records to the handler, oldest first, but none that was begun after
   * this call: who follows a writer closely takes each cache line away from it as it is written.
   * Consumer's thread only. What the handler throws ends the call; the record stays until the next
   * one, which hands it to {@link RecordHandler#onStruck}.
   *
   * @return how many
   */
  public final int drain(RecordHandler handler, int limit) {
    passStruck(handler);
    int done = 0;
    long at = consumerPosition;
    long begun = (long) PRODUCER_POSITION.getOpaque(this);
    while (done < limit && at < begun) {
      long header = lvHeader(at);
      if (!SlotDescriptor.isAt(header, at)) {
        return done;
      }
      int slots = SlotDescriptor.slots(header);
      handedPosition = at + slots;
      handler.onRecord(this, at, slots, SlotDescriptor.kind(header));
      at += slots;
      CONSUMER_POSITION.setRelease(this, at);
      done++;
    }
    return done;
  }

  /**
   * Moves records that were begun before this call, as they are, to a ring that this thread alone
   * writes to. Consumer's thread only, after a call of {@link #drain} that nothing ended.
   *
   * @return false when the other ring is full
   */
  final boolean moveTo(ExclusiveRing other) {
    long at = consumerPosition;
    long begun = (long) PRODUCER_POSITION.getOpaque(this);
    for (long header = lvHeader(at);
        at < begun && SlotDescriptor.isAt(header, at);
        header = lvHeader(at)) {
      int slots = SlotDescriptor.slots(header);
      if (!move(at, slots, SlotDescriptor.kind(header), other)) {
        return false;
      }
      at += slots;
      CONSUMER_POSITION.setRelease(this, at);
    }
    return true;
  }

  private boolean move(long at, int slots, int kind, ExclusiveRing other) {
    if (kind == SlotDescriptor.KIND_ABORTED) {
      drop();
      return true;
    }
    long to = other.claim(slots);
    if (to == FULL) {
      return false;
    }
    for (int slot = 0; slot < slots; slot++) {
      Ring into = other;
      System.arraycopy(words, offset(at + slot), into.words, into.offset(to + slot), SLOT_WORDS);
      Object reference = takeReference(at + slot);
      if (reference != null) {
        other.refer(to + slot, reference);
      }
    }
    other.commit(to, slots, kind);
    return true;
  }

  private void passStruck(RecordHandler handler) {
    long at = consumerPosition;
    if (at < handedPosition) {
      handler.onStruck(this, at, SlotDescriptor.kind(lvHeader(at)));
      CONSUMER_POSITION.setRelease(this, handedPosition);
    }
  }

  /** A word of the record being handled. Consumer's thread only. */
  public final long word(long position, int word) {
    return words[offset(position) + word];
  }

  /** Copies the words of the record being handled. Consumer's thread only. */
  public final void copy(long position, int slots, long[] into) {
    for (int slot = 0; slot < slots; slot++) {
      System.arraycopy(words, offset(position + slot), into, slot * SLOT_WORDS, SLOT_WORDS);
    }
  }

  /** Takes the reference of a slot of the record being handled. Consumer's thread only. */
  public final @Nullable Object takeReference(long position) {
    int index = ((int) position & mask);
    Object reference = references[index];
    references[index] = null;
    return reference;
  }

  /** Attaches the reference of a slot unless that was done before. Consumer's thread only. */
  public final void attachReference(long position) {
    int index = ((int) position & mask);
    Object reference = references[index];
    if (reference != null) {
      attachment = reference;
      references[index] = null;
    }
  }

  /** What the consumer wants to remember about this ring. Consumer's thread only. */
  public final @Nullable Object attachment() {
    return attachment;
  }

  public final void attach(@Nullable Object memo) {
    attachment = memo;
  }

  /** How far claims may go now; wakes the consumer when half of the ring is in use. */
  final long raisedLimit(long wanted) {
    long consumer = consumerPosition;
    long half = consumer + capacity() / 2;
    if (wanted <= half) {
      return half;
    }
    crowded.run();
    return Math.min(wanted + capacity() / 8, consumer + capacity());
  }

  final void soHeader(long position, int slots, int kind) {
    WORDS.setRelease(
        words, offset(position) + HEADER, SlotDescriptor.header(position, slots, kind));
  }

  private long lvHeader(long position) {
    return (long) WORDS.getAcquire(words, offset(position) + HEADER);
  }

  private int offset(long position) {
    return ((int) position & mask) * SLOT_WORDS;
  }
}
