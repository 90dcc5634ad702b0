package io.heddle.mapping;

import io.heddle.otlp.AttributeCursor;

/**
 * For every field the row that wins among the attributes of one span or resource, and where its
 * attribute stands.
 */
@SuppressWarnings("EnumOrdinal") // places in arrays that live no longer than this
final class Winners {
  private static final int FIELDS = Field.values().length;

  private final AttributeCursor attributes;
  private final Values values;
  private final Row[] rows = new Row[FIELDS];
  private final int[] positions = new int[FIELDS];
  private long decided;
  private long startNs;

  /** Winners among the attributes that the cursor stands before. */
  Winners(AttributeCursor attributes, Values values) {
    this.attributes = attributes;
    this.values = values;
  }

  /**
   * Reads the attributes that the cursor now stands before.
   *
   * @param newStartNs when the span started
   */
  void read(Row[][] rowsOfKeys, long newStartNs) {
    startNs = newStartNs;
    decided = 0;
    while (attributes.next()) {
      for (Row row : rowsOfKeys[attributes.keyNumber()]) {
        offer(row);
      }
    }
  }

  boolean has(Field field) {
    return (decided >>> field.ordinal() & 1) != 0;
  }

  /** The row that won a field that {@link #has} one. */
  Row row(Field field) {
    return rows[field.ordinal()];
  }

  /** The fields that were decided, a bit each by its ordinal. */
  long decided() {
    return decided;
  }

  /** Where the attribute stands that decided a field that {@link #has} one. */
  int position(Field field) {
    return positions[field.ordinal()];
  }

  private void offer(Row row) {
    int field = row.field().ordinal();
    boolean first = (decided >>> field & 1) == 0;
    if ((first || row.rank() <= rows[field].rank()) && values.isThere(row, startNs)) {
      decided |= 1L << field;
      rows[field] = row;
      positions[field] = attributes.position();
    }
  }
}
