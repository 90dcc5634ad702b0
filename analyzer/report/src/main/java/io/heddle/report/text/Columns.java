package io.heddle.report.text;

import io.heddle.report.document.Block.Column;
import io.heddle.report.document.Block.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pads the cells of a table to the width of their column. */
final class Columns {
  private final Table table;
  private final int[] widths;

  Columns(Table table) {
    this.table = table;
    widths = IntStream.range(0, table.columns().size()).map(this::width).toArray();
  }

  private int width(int column) {
    return cells(column).mapToInt(Columns::length).max().orElse(0);
  }

  String titles() {
    return line(table.columns().stream().map(Column::title).toList());
  }

  List<String> rows() {
    return table.rows().stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> pad(row.get(i), i))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private String pad(String cell, int column) {
    String space = " ".repeat(widths[column] - length(cell));
    return table.columns().get(column).number() ? space + cell : cell + space;
  }

  private Stream<String> cells(int column) {
    return Stream.concat(
        Stream.of(table.columns().get(column).title()),
        table.rows().stream().map(row -> row.get(column)));
  }

  /** Code points, so that names in any script line up as well as a terminal allows. */
  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
