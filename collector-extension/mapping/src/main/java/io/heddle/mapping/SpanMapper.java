package io.heddle.mapping;

import io.heddle.otlp.AttributeCursor;
import io.heddle.otlp.Spans;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what the attributes of a span mean: for every field the value of the row that wins. Holds
 * one span at a time; for one thread and one table, which must be complete.
 */
public final class SpanMapper {
  private static final Row[] NO_ROWS = {};

  private final AttributeCursor attributes;
  private final Row[][] rowsOfKey;
  private final Map<Field, Row> winners = new EnumMap<>(Field.class);
  private final Map<Field, Object> values = new EnumMap<>(Field.class);

  public SpanMapper(Spans spans) {
    attributes = spans.attributes();
    rowsOfKey = rowsOfKeys(spans);
  }

  /** Goes to a span. */
  public void map(Spans spans, int span) {
    winners.clear();
    values.clear();
    read(attributes.resource(spans.resource(span)));
    read(attributes.span(span));
  }

  /** The row that decided the field, null when no attribute means it. */
  public @Nullable Row row(Field field) {
    return winners.get(field);
  }

  public boolean has(Field field) {
    return winners.containsKey(field);
  }

  public @Nullable String text(Field field) {
    Object value = values.get(field);
    return value == null ? null : value.toString();
  }

  /** The value in the field's unit, null when it is absent or no number. */
  public @Nullable Long number(Field field) {
    return values.get(field) instanceof Long number ? number : null;
  }

  public boolean isTrue(Field field) {
    return "true".equals(text(field));
  }

  /** The names of a list, sorted; null when the field is absent. */
  @SuppressWarnings("unchecked")
  public @Nullable List<String> list(Field field) {
    return (List<String>) values.get(field);
  }

  private void read(AttributeCursor cursor) {
    while (cursor.next()) {
      for (Row row : rowsOfKey[cursor.keyNumber()]) {
        Row winner = winners.get(row.field());
        if (winner == null || row.rank() <= winner.rank()) {
          winners.put(row.field(), row);
          values.put(row.field(), value(row, cursor));
        }
      }
    }
  }

  private static Object value(Row row, AttributeCursor cursor) {
    return switch (row.field()) {
      case READS, WRITES -> cursor.list().stream().sorted().toList();
      case FIRST_TOKEN_NS, COST -> scaled(row, cursor);
      case ATTEMPT,
          RESENDS,
          VISIT,
          WAIT_NS,
          INPUT_CLASS,
          OUTPUT_CLASS,
          CPU_NS,
          ALLOC_BYTES,
          INPUT_TOKENS,
          OUTPUT_TOKENS,
          CACHE_READ_TOKENS,
          CACHE_WRITE_TOKENS,
          REASONING_TOKENS -> {
        Long number = cursor.number();
        yield number == null ? cursor.text() : number;
      }
      default -> cursor.text();
    };
  }

  private static Object scaled(Row row, AttributeCursor cursor) {
    try {
      return Math.round(Double.parseDouble(cursor.text()) * row.scale());
    } catch (NumberFormatException notNumber) {
      return cursor.text();
    }
  }

  private static Row[][] rowsOfKeys(Spans spans) {
    Row[][] rows = new Row[spans.keyCount()][];
    for (int key = 0; key < rows.length; key++) {
      rows[key] = Rows.BY_KEY.getOrDefault(spans.key(key), List.of()).toArray(NO_ROWS);
    }
    return rows;
  }
}
