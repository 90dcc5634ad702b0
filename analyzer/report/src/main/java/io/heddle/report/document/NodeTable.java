package io.heddle.report.document;

import static io.heddle.report.document.Units.UNKNOWN;

import io.heddle.core.statistics.Distribution;
import io.heddle.core.statistics.NodeStatistics;
import io.heddle.core.statistics.WorkflowStatistics;
import io.heddle.report.document.Block.Column;
import io.heddle.runs.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The nodes of a workflow as a table; columns of which nothing is known are left out. */
public final class NodeTable {
  private static final List<Cell> CELLS =
      List.of(
          Cell.text("node", node -> node.key().node()),
          Cell.text("type", NodeStatistics::type),
          Cell.number("executions", node -> Units.count(node.counts().executions())),
          Cell.rare("errors", node -> node.counts().errors()),
          Cell.rare("repeated", node -> node.counts().attempts()),
          Cell.rare("cold", node -> node.counts().cold()),
          Cell.rare("cache hits", node -> node.counts().cacheHits()),
          Cell.number("mean", node -> Units.ms(node.durationMs().mean())),
          Cell.number("p50", node -> Units.ms(node.durationMs().p50())),
          Cell.number("p95", node -> Units.ms(node.durationMs().p95())),
          Cell.number("p99", node -> Units.ms(node.durationMs().p99())),
          Cell.number("self", node -> Units.ms(node.selfMs())),
          Cell.number("wait", node -> mean(node.waitMs())),
          Cell.number("path", node -> Units.percent(node.pathShare())),
          Cell.number("drag", node -> Units.ms(node.dragMs())),
          Cell.number("slack", node -> Units.ms(node.slackMs())),
          Cell.number("CPU", node -> Units.ms(node.cpuMs())),
          Cell.number("allocated", node -> Units.bytes(node.allocBytes())),
          Cell.number("first token", node -> mean(node.firstTokenMs())),
          Cell.number("tokens in", node -> tokens(node, Tokens::input)),
          Cell.number("tokens out", node -> tokens(node, Tokens::output)),
          Cell.number("tokens cached", node -> tokens(node, Tokens::cacheRead)),
          Cell.number("tokens reasoning", node -> tokens(node, Tokens::reasoning)),
          Cell.number("cost", node -> Units.cost(node.cost())),
          Cell.number("cost reported", node -> Units.amount(node.reportedCost())));

  public static Block.Table of(WorkflowStatistics statistics) {
    List<Column> columns = new ArrayList<>();
    List<Cell> cells = new ArrayList<>(CELLS);
    if (severalServices(statistics)) {
      cells.add(0, Cell.text("service", node -> node.key().service()));
    }
    cells.removeIf(cell -> statistics.nodes().stream().noneMatch(cell.shown));
    cells.forEach(cell -> columns.add(cell.column));
    return new Block.Table(
        columns, statistics.nodes().stream().map(node -> row(node, cells)).toList());
  }

  private static List<String> row(NodeStatistics node, List<Cell> cells) {
    return cells.stream().map(cell -> cell.text.apply(node)).toList();
  }

  private static boolean severalServices(WorkflowStatistics statistics) {
    String service = statistics.workflow().service();
    return statistics.nodes().stream().anyMatch(node -> !node.key().service().equals(service));
  }

  private static String mean(@Nullable Distribution distribution) {
    return distribution == null ? UNKNOWN : Units.ms(distribution.mean());
  }

  private static String tokens(NodeStatistics node, Function<Tokens, @Nullable Long> part) {
    Tokens tokens = node.tokens();
    return tokens == null ? UNKNOWN : Units.count(part.apply(tokens));
  }

  private record Cell(
      Column column, Function<NodeStatistics, String> text, Predicate<NodeStatistics> shown) {
    static Cell text(String title, Function<NodeStatistics, String> text) {
      return new Cell(Column.text(title), text, node -> true);
    }

    static Cell number(String title, Function<NodeStatistics, String> text) {
      return new Cell(Column.number(title), text, node -> !UNKNOWN.equals(text.apply(node)));
    }

    static Cell rare(String title, Function<NodeStatistics, Long> count) {
      return new Cell(
          Column.number(title),
          node -> Units.count(count.apply(node)),
          node -> count.apply(node) > 0);
    }
  }

  private NodeTable() {}
}
