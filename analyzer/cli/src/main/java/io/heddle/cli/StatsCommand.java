package io.heddle.cli;

import io.heddle.core.Statistics;
import io.heddle.core.statistics.GroupBy;
import io.heddle.core.statistics.WorkflowStatistics;
import io.heddle.mapping.Decision;
import io.heddle.report.Report;
import io.heddle.report.Reports;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Node statistics. */
@Command(name = "stats", description = "Statistics of each workflow and node.")
final class StatsCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private Inputs inputs = new Inputs();
  @Mixin private Prices prices = new Prices();
  @Mixin private Output output = new Output();

  @Option(
      names = "--by",
      paramLabel = "ATTRIBUTE",
      description = {
        "Statistics of each value of this attribute, of the run's root or else of its spans;",
        "session, user, model and prompt-version stand for whatever the source calls them."
      })
  private @Nullable String by;

  @Option(
      names = "--explain-mapping",
      description = {
        "Also says which attribute decided what about the spans of each service, and how often.",
        "This, and the number of unmapped spans, is about everything read, before any filter.",
        "Unmapped are spans outside every workflow, such as the HTTP request around an agent."
      })
  private boolean explainMapping;

  @Option(
      names = "--stream",
      description = {
        "Keep no run, so that a file may be larger than the memory; drag and slack stay unknown,",
        "since they need all runs at once. Done by itself when the files are larger than the heap."
      })
  private boolean stream;

  StatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Reports reports = output.reports(console);
    if (stream || inputs.areLargerThanMemory(console)) {
      Streaming streaming = inputs.streaming();
      Statistics statistics = warned(prices.summarise(streaming, groups(), console));
      output.write(console, report(statistics, streaming.mapping(), reports));
    } else {
      TraceFiles.Input input = inputs.read(console);
      Statistics statistics = warned(prices.summarise(input, groups(), console));
      output.write(console, report(statistics, input.mapping(), reports));
    }
    return ExitCode.DONE;
  }

  private GroupBy groups() {
    return by == null ? GroupBy.NOTHING : GroupBy.attribute(by);
  }

  private Statistics warned(Statistics statistics) {
    boolean carried =
        statistics.workflows().stream()
            .map(WorkflowStatistics::group)
            .anyMatch(group -> group == null || group.value() != null);
    if (!carried && !statistics.workflows().isEmpty()) {
      console.say("--by " + by + ": no run carries this attribute");
    }
    return statistics;
  }

  private Report report(Statistics statistics, List<Decision> mapping, Reports reports) {
    return explainMapping
        ? reports.statistics(statistics, mapping)
        : reports.statistics(statistics);
  }
}
