package io.heddle.mapping;

import io.heddle.otlp.AttributeCursor;
import java.util.Objects;

/**
 * For every field the row that wins among the attributes of one span or resource, and where its
 * attribute stands. Values are read when somebody asks: most are never asked for.
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
  Winners(AttributeCursor attributes) {
    this.attributes = attributes;
    values = new Values(attributes);
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

  /** The value of a field that {@link #has} one. */
  Object value(Field field) {
    attributes.goTo(positions[field.ordinal()]);
    return Objects.requireNonNull(values.of(row(field), startNs));
  }

  private void offer(Row row) {
    int field = row.field().ordinal();
    boolean first = (decided >>> field & 1) == 0;
    if ((first || row.rank() <= rows[field].rank()) && isValue(row)) {
      decided |= 1L << field;
      rows[field] = row;
      positions[field] = attributes.position();
    }
  }

  /** Whether there is a value; it is only read where its form does not tell. */
  private boolean isValue(Row row) {
    if (!row.reading().equals(Reading.PLAIN)) {
      return values.of(row, startNs) != null;
    }
    return switch (row.field().form()) {
      case TEXT, LIST, TYPE -> true;
      case NUMBER -> attributes.isNumber();
      case NAME, DECIMAL -> values.of(row, startNs) != null;
    };
  }
}
