package io.heddle.mapping;

import io.heddle.otlp.Spans;
import java.util.List;

/** The rows of the mapping table that a table of spans can use, by the numbers of its keys. */
final class ActiveRows {
  private static final Row[] NONE = {};

  private final Row[][] ofSpan;
  private final Row[][] ofResource;

  ActiveRows(Spans spans) {
    ofSpan = new Row[spans.keyCount()][];
    ofResource = new Row[spans.keyCount()][];
    for (int key = 0; key < ofSpan.length; key++) {
      List<Row> rows =
          Rows.BY_KEY.getOrDefault(spans.key(key), List.of()).stream()
              .filter(row -> row.with() == null || spans.keyNumber(row.with()) >= 0)
              .toList();
      ofSpan[key] = rows.toArray(NONE);
      ofResource[key] = rows.stream().filter(Row::ofResource).toArray(Row[]::new);
    }
  }

  /** The rows of a span's keys, by their numbers. */
  Row[][] ofSpan() {
    return ofSpan;
  }

  /** The rows of a resource's keys, by their numbers. */
  Row[][] ofResource() {
    return ofResource;
  }
}
