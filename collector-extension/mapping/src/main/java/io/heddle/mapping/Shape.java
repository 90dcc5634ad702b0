package io.heddle.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the fields are decided of all spans that carry the same keys, and the same words where only
 * few words occur: which row wins each field, and which of the attributes it reads. Threads may
 * share one: a value kept by two of them is the same, and immutable.
 */
@SuppressWarnings("EnumOrdinal") // places in arrays that live no longer than this
final class Shape {
  private static final Field[] FIELDS = Field.values();

  private final int number;
  private final Signature.Key key;
  private final long decided;
  private final Row[] rows;
  private final int[] places;
  private final @Nullable Object[] constants;
  private final long constant;
  private @Nullable SpanRole role;

  /**
   * A shape as the winners among the attributes of one span and its resource have it.
   *
   * @param number how many shapes there were before
   * @param signature of the span, which is still held
   */
  Shape(int number, Signature signature, Winners own, Winners ofResource) {
    this.number = number;
    key = signature.key();
    decided = own.decided() | ofResource.decided();
    rows = new Row[Long.bitCount(decided)];
    places = new int[rows.length];
    constants = new Object[rows.length];
    long ofFewValues = 0;
    for (long left = decided; left != 0; left &= left - 1) {
      Field field = FIELDS[Long.numberOfTrailingZeros(left)];
      boolean isOwn = winsOwn(field, own, ofResource);
      rows[index(field)] = (isOwn ? own : ofResource).row(field);
      places[index(field)] =
          isOwn ? signature.place(own.position(field)) : ~ofResource.position(field);
      boolean isConstant = !isOwn || rows[index(field)].hasFewValues();
      ofFewValues |= isConstant ? left & -left : 0;
    }
    constant = ofFewValues;
  }

  int number() {
    return number;
  }

  Signature.Key key() {
    return key;
  }

  /** The rows that decided something. */
  List<Row> decisions() {
    return List.of(rows);
  }

  boolean has(Field field) {
    return (decided >>> field.ordinal() & 1) != 0;
  }

  boolean hasAny(FieldSet fields) {
    return (decided & fields.bits()) != 0;
  }

  /** The row that decided a field that the shape {@link #has}. */
  Row row(Field field) {
    return rows[index(field)];
  }

  /** Which of the span's attributes, or the complement of where in the resource. */
  int place(Field field) {
    return places[index(field)];
  }

  /** The value that all spans of the shape have, once it is known; null when they differ. */
  @Nullable Object constant(Field field) {
    return constants[index(field)];
  }

  /** Keeps a value of one span if all others of the shape have it too. */
  void keep(Field field, Object value) {
    if (isConstant(field)) {
      constants[index(field)] = value;
    }
  }

  /** The role, null until it is known, or when it differs from span to span. */
  @Nullable SpanRole role() {
    return role;
  }

  void keep(SpanRole known) {
    if (!has(Field.TYPE) || isConstant(Field.TYPE)) {
      role = known;
    }
  }

  private boolean isConstant(Field field) {
    return (constant >>> field.ordinal() & 1) != 0;
  }

  private int index(Field field) {
    return Long.bitCount(decided & ((1L << field.ordinal()) - 1));
  }

  /** A field is decided at the span, unless its resource has a row of more belief. */
  private static boolean winsOwn(Field field, Winners own, Winners ofResource) {
    return !ofResource.has(field)
        || (own.has(field) && own.row(field).rank() <= ofResource.row(field).rank());
  }
}
