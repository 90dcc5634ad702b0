package io.heddle.report.document;

import io.heddle.core.statistics.Group;
import io.heddle.core.statistics.WorkflowStatistics;
import io.heddle.report.document.Block.Column;
import io.heddle.report.document.Block.Heading;
import io.heddle.report.document.Block.Note;
import io.heddle.runs.Tokens;
import io.heddle.runs.WorkflowKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statistics of groups of runs: the groups of a workflow side by side, then the nodes of each. */
final class Grouped {
  private static final int MOST_NODE_TABLES = 10;

  private final List<Block> blocks = new ArrayList<>();

  static List<Block> of(List<WorkflowStatistics> rows) {
    Grouped grouped = new Grouped();
    Map<WorkflowKey, List<WorkflowStatistics>> byWorkflow =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    WorkflowStatistics::workflow, LinkedHashMap::new, Collectors.toList()));
    byWorkflow.forEach(grouped::workflow);
    return grouped.blocks;
  }

  private void workflow(WorkflowKey workflow, List<WorkflowStatistics> groups) {
    long runs = groups.stream().mapToLong(WorkflowStatistics::runs).sum();
    long failed = groups.stream().mapToLong(WorkflowStatistics::failedRuns).sum();
    long unfinished = groups.stream().mapToLong(WorkflowStatistics::unfinishedRuns).sum();
    blocks.add(new Heading(1, workflow.name()));
    blocks.add(new Note(Summary.identity(workflow, runs, failed) + Summary.withoutEnd(unfinished)));
    blocks.add(table(groups));
    for (WorkflowStatistics group : groups.subList(0, Math.min(MOST_NODE_TABLES, groups.size()))) {
      blocks.add(new Heading(2, name(group.group())));
      blocks.add(NodeTable.of(group));
    }
    if (groups.size() > MOST_NODE_TABLES) {
      blocks.add(
          new Note(
              "The nodes of %s further groups are left out here; JSON and CSV hold them all."
                  .formatted(Units.count(groups.size() - MOST_NODE_TABLES))));
    }
  }

  private static String name(@Nullable Group group) {
    if (group == null) {
      return "all runs";
    }
    return group.value() == null
        ? "without " + group.attribute()
        : group.attribute() + " = " + group.value();
  }

  private static Block.Table table(List<WorkflowStatistics> groups) {
    List<Cell> cells = new ArrayList<>(cells(attribute(groups)));
    cells.removeIf(cell -> groups.stream().map(cell.text).allMatch(Units.UNKNOWN::equals));
    return new Block.Table(
        cells.stream().map(Cell::column).toList(),
        groups.stream()
            .map(it -> cells.stream().map(cell -> cell.text.apply(it)).toList())
            .toList());
  }

  private static String attribute(List<WorkflowStatistics> groups) {
    Group first = groups.get(0).group();
    return first == null ? "" : first.attribute();
  }

  private record Cell(Column column, Function<WorkflowStatistics, String> text) {
    static Cell number(String title, Function<WorkflowStatistics, String> text) {
      return new Cell(Column.number(title), text);
    }
  }

  private static List<Cell> cells(String attribute) {
    return List.of(
        new Cell(Column.text(attribute), Grouped::value),
        Cell.number("runs", it -> Units.count(it.runs())),
        Cell.number("failed", it -> Units.count(it.failedRuns())),
        Cell.number("without an end", it -> rare(it.unfinishedRuns())),
        Cell.number("mean", it -> Units.ms(it.durationMs().mean())),
        Cell.number("p50", it -> Units.ms(it.durationMs().p50())),
        Cell.number("p95", it -> Units.ms(it.durationMs().p95())),
        Cell.number("p99", it -> Units.ms(it.durationMs().p99())),
        Cell.number("tokens in", it -> tokens(it, Tokens::input)),
        Cell.number("tokens out", it -> tokens(it, Tokens::output)),
        Cell.number("cost", it -> Units.cost(it.cost())),
        Cell.number("cost reported", it -> Units.amount(it.reportedCost())));
  }

  private static String rare(long count) {
    return count == 0 ? Units.UNKNOWN : Units.count(count);
  }

  private static String value(WorkflowStatistics statistics) {
    Group group = statistics.group();
    return group == null || group.value() == null ? "(none)" : group.value();
  }

  private static String tokens(
      WorkflowStatistics statistics, Function<Tokens, @Nullable Long> part) {
    Tokens tokens = statistics.tokens();
    return tokens == null ? Units.UNKNOWN : Units.count(part.apply(tokens));
  }
}
