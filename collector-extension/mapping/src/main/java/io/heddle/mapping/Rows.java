package io.heddle.mapping;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The mapping table: sources in order of belief, and the keys by which they say a field. */
final class Rows {
  static final List<Row> ALL = all();
  static final Map<String, List<Row>> BY_KEY =
      ALL.stream().collect(Collectors.groupingBy(Row::key));

  private static List<Row> all() {
    RowList rows = new RowList();
    OwnRows.add(rows.of(Source.HEDDLE));
    EngineRows.add(rows);
    AiRows.add(rows);
    ServiceRows.add(rows);
    return rows.rows();
  }

  private Rows() {}
}
