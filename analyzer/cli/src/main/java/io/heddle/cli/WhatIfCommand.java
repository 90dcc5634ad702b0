package io.heddle.cli;

import io.heddle.core.replay.Change;
import io.heddle.core.replay.Prediction;
import io.heddle.core.replay.Replay;
import io.heddle.report.Reports;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a change would gain, before it is made. */
@Command(
    name = "what-if",
    description = "What changes to a workflow would gain: every run is replayed with them.")
final class WhatIfCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private Inputs inputs = new Inputs();
  @Mixin private Output output = new Output();

  @Option(
      names = "--change",
      paramLabel = "NODE=HOW",
      description = {
        "x0.5: half as long; +20ms, -20ms: longer, shorter; 15ms: exactly so long.",
        "May be repeated."
      })
  private List<String> changes = List.of();

  @Option(
      names = "--parallel",
      paramLabel = "NODE",
      split = ",",
      description = "These nodes no longer wait for each other.")
  private List<String> parallel = List.of();

  @Option(
      names = "--cache",
      paramLabel = "NODE",
      description = "Equal input is answered from a cache. May be repeated.")
  private List<String> cached = List.of();

  WhatIfCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Reports reports = output.reports(console);
    List<Change> asked = changes();
    List<Run> runs = oneWorkflow(inputs.read(console).counted());
    Replay replay = Replay.of(runs);
    Prediction answer = answer(replay, asked);
    output.write(console, reports.prediction(answer, replay.caveats(asked)));
    return ExitCode.DONE;
  }

  private List<Change> changes() {
    List<Change> all = new ArrayList<>();
    try {
      changes.forEach(text -> all.add(Change.parse(text)));
    } catch (IllegalArgumentException e) {
      throw new UserError("--change: " + e.getMessage());
    }
    if (!parallel.isEmpty()) {
      all.add(Change.Parallel.of(parallel));
    }
    cached.forEach(node -> all.add(Change.Cache.ideal(node)));
    if (all.isEmpty()) {
      throw new UserError("what would change? Say it with --change, --parallel or --cache");
    }
    return all;
  }

  private static List<Run> oneWorkflow(List<Run> runs) {
    Set<String> names =
        runs.stream()
            .map(run -> run.workflow().service() + ": " + run.workflow().name())
            .collect(Collectors.toCollection(TreeSet::new));
    if (names.size() != 1) {
      throw new UserError(
          names.isEmpty()
              ? "there is no run to replay"
              : "choose one with --workflow and --service: " + String.join(", ", names));
    }
    return runs;
  }

  private static Prediction answer(Replay replay, List<Change> changes) {
    try {
      return replay.ask(changes);
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }
}
