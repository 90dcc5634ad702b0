package io.heddle.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heddle.core.statistics.Telling;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a series of numbers comes from. */
final class SeriesSource {
  private static final Pattern ARRAY_OF_NUMBERS = Pattern.compile("\\s*\\[\\s*(]|[-0-9])");

  /** One that an even number of quotes follows. */
  private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  private static final double NS_PER_MS = 1e6;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "This column of a CSV file with a line of titles.")
  private @Nullable String column;

  @Option(
      names = "--node",
      paramLabel = "NAME",
      description = "Of traces: this node's mean execution a run (default: the run's duration).")
  private @Nullable String node;

  /** The series, in ms if it comes from traces. */
  double[] read(Inputs inputs, Console console) {
    String name = column;
    if (name != null) {
      return column(name, inputs.text(console).lines().toList());
    }
    String start = inputs.start(console);
    return ARRAY_OF_NUMBERS.matcher(start).lookingAt()
        ? array(inputs.text(console))
        : durations(inputs.read(console).counted(), console);
  }

  private static double[] array(String text) {
    try {
      return new ObjectMapper().readValue(text, double[].class);
    } catch (JsonProcessingException e) {
      throw new UserError(
          "line %d: not a JSON array of numbers: %s"
              .formatted(e.getLocation().getLineNr(), e.getOriginalMessage()));
    }
  }

  private static double[] column(String name, List<String> lines) {
    List<String> titles = lines.isEmpty() ? List.of() : cells(lines.get(0));
    int at = titles.indexOf(name);
    if (at < 0) {
      throw new UserError("--column: no column '%s'; there are %s".formatted(name, titles));
    }
    return IntStream.range(1, lines.size()).mapToDouble(i -> number(lines.get(i), at, i)).toArray();
  }

  private static double number(String line, int at, int index) {
    List<String> cells = cells(line);
    try {
      return Double.parseDouble(cells.get(at));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new UserError("line %d: column %d holds no number".formatted(index + 1, at + 1));
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(COMMA.split(line, -1)).map(String::strip).map(SeriesSource::bare).toList();
  }

  private static String bare(String cell) {
    boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
    return quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
  }

  private double[] durations(List<Run> runs, Console console) {
    List<String> workflows = runs.stream().map(SeriesSource::workflow).distinct().sorted().toList();
    if (workflows.size() > 1) {
      throw new UserError(
          "--workflow, --service: the traces hold several workflows, name one of "
              + String.join(", ", workflows));
    }
    boolean known = node == null || runs.isEmpty();
    if (!known && runs.stream().allMatch(run -> executions(run).isEmpty())) {
      throw new UserError("unknown node '%s'; known are %s".formatted(node, nodes(runs)));
    }
    List<Run> whole = Telling.most(runs, Telling::ofColdToo);
    if (whole.size() < runs.size()) {
      console.say(
          "%d runs whose end nobody saw are left out".formatted(runs.size() - whole.size()));
    }
    return whole.stream()
        .sorted(Comparator.comparingLong((Run run) -> run.root().startNs()))
        .filter(run -> node == null || !executions(run).isEmpty())
        .mapToDouble(this::ms)
        .toArray();
  }

  private static String workflow(Run run) {
    return run.workflow().name() + " of " + run.workflow().service();
  }

  private static String nodes(List<Run> runs) {
    return runs.stream()
        .flatMap(run -> run.executions().stream())
        .map(Execution::node)
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private double ms(Run run) {
    return node == null
        ? run.root().durationNs() / NS_PER_MS
        : executions(run).stream().mapToLong(Execution::durationNs).average().orElse(0) / NS_PER_MS;
  }

  private List<Execution> executions(Run run) {
    return run.executions().stream().filter(e -> e.node().equals(node)).toList();
  }
}
