package io.heddle.recorder.ring;

/**
 * Layout of a ring's slots: eight longs each, the first of them the header.
 *
 * <pre>
 *   header of the first slot of a record
 *   63                              16 15          8 7         0
 *  +----------------------------------+-------------+-----------+
 *  | position of the slot + 1         | slots       | kind      |
 *  +----------------------------------+-------------+-----------+
 * </pre>
 *
 * A header that carries another position belongs to an earlier lap: the record is not there yet.
 * Headers of further slots are never read. The position wraps at 2^48 slots.
 */
public final class SlotDescriptor {
  /** Longs in a slot: one cache line. */
  public static final int SLOT_WORDS = 8;

  public static final int HEADER = 0;

  /** Most slots that one record may take. */
  public static final int MAX_SLOTS = 255;

  /** A claim whose writer failed half-way; its content means nothing. */
  public static final int KIND_ABORTED = 255;

  private static final int SLOTS_SHIFT = 8;
  private static final int POSITION_SHIFT = 16;
  private static final int BYTE_MASK = 0xff;

  private SlotDescriptor() {}

  static long header(long position, int slots, int kind) {
    return ((position + 1) << POSITION_SHIFT) | ((long) slots << SLOTS_SHIFT) | kind;
  }

  static boolean isAt(long header, long position) {
    return header >>> POSITION_SHIFT == ((position + 1) << POSITION_SHIFT) >>> POSITION_SHIFT;
  }

  static int slots(long header) {
    return (int) (header >>> SLOTS_SHIFT) & BYTE_MASK;
  }

  static int kind(long header) {
    return (int) header & BYTE_MASK;
  }
}
