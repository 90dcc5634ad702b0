package io.heddle.report.document;

import io.heddle.core.trend.ChangePoint;
import io.heddle.report.document.Block.Column;
import java.util.List;

/** Change points as a table. */
public final class ChangePointTable {
  public static List<Block> of(List<ChangePoint> points) {
    return points.isEmpty()
        ? List.of(new Block.Paragraph("The level of the series does not change."))
        : List.of(table(points));
  }

  private static Block.Table table(List<ChangePoint> points) {
    return new Block.Table(
        List.of(
            Column.number("index"),
            Column.number("before"),
            Column.number("after"),
            Column.number("change"),
            Column.number("p-value")),
        points.stream().map(ChangePointTable::row).toList());
  }

  private static List<String> row(ChangePoint point) {
    return List.of(
        Integer.toString(point.index()),
        Units.number(point.meanBefore()),
        Units.number(point.meanAfter()),
        Units.percent(point.meanAfter() / point.meanBefore() - 1),
        Units.probability(point.pValue()));
  }

  private ChangePointTable() {}
}
