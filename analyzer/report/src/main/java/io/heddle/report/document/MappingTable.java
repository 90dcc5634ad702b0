package io.heddle.report.document;

import io.heddle.mapping.Decision;
import io.heddle.report.document.Block.Column;
import java.util.List;

/** Which attribute decided what, by service and field. */
final class MappingTable {
  static List<Block> of(List<Decision> decisions) {
    return List.of(
        new Block.Heading(1, "Mapping"),
        new Block.Paragraph(
            decisions.isEmpty()
                ? "No span was read."
                : "Which attribute decided a field, and in how many of all spans read."),
        table(decisions));
  }

  private static Block.Table table(List<Decision> decisions) {
    return new Block.Table(
        List.of(
            Column.text("service"),
            Column.text("field"),
            Column.text("attribute"),
            Column.text("source"),
            Column.number("spans")),
        decisions.stream().map(MappingTable::row).toList());
  }

  private static List<String> row(Decision decision) {
    return List.of(
        decision.service(),
        decision.field().label(),
        decision.key(),
        decision.source().label(),
        Units.count(decision.spans()));
  }

  private MappingTable() {}
}
