package io.heddle.report.document;

import io.heddle.core.comparison.Cause;
import io.heddle.core.comparison.ComparedWorkflow;
import io.heddle.core.comparison.ComparedWorkflow.CauseDelta;
import io.heddle.core.comparison.ComparedWorkflow.ErrorDelta;
import io.heddle.core.comparison.Comparison;
import io.heddle.core.comparison.Delta;
import io.heddle.core.comparison.Mix;
import io.heddle.core.replay.Interval;
import io.heddle.report.document.Block.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What changed between two groups of runs, the cause first. */
public final class Comparisons {
  private static final int ROWS = 10;

  public static List<Block> of(Comparison comparison) {
    List<Block> blocks = new ArrayList<>();
    if (comparison.workflows().isEmpty()) {
      blocks.add(new Block.Paragraph("No workflow has runs in both groups."));
    }
    for (ComparedWorkflow workflow : comparison.workflows()) {
      blocks.add(new Block.Heading(1, workflow.workflow()));
      blocks.add(new Block.Note(runs(workflow)));
      LeftOut.of(workflow.runs()).forEach(it -> blocks.add(new Block.Paragraph(it)));
      blocks.add(new Block.Paragraph(verdict(workflow.delta())));
      mix(workflow.mix(), blocks);
      ways(workflow.ways(), blocks);
      MovedClocks.in(workflow.causes()).forEach(it -> blocks.add(new Block.Paragraph(it)));
      blocks.add(causes(workflow.causes()));
      errors(workflow.errors(), blocks);
    }
    return blocks;
  }

  private static String runs(ComparedWorkflow workflow) {
    return "%s · %s runs against %s"
        .formatted(
            workflow.service(),
            Units.count(workflow.runs().current().compared()),
            Units.count(workflow.runs().base().compared()));
  }

  private static String verdict(Delta delta) {
    if (!delta.significant()) {
      return "No change of the run's duration that holds: %s a run (95 %%: %s)."
          .formatted(Units.ms(delta.meanMs()), interval(delta));
    }
    return "A run takes %s %s than before (95 %%: %s)."
        .formatted(
            Units.ms(Math.abs(delta.meanMs())),
            delta.meanMs() > 0 ? "longer" : "less time",
            interval(delta));
  }

  private static void mix(@Nullable Mix mix, List<Block> blocks) {
    if (mix != null) {
      Mix.Value most = mix.values().get(0);
      String runs =
          "Both groups hold other runs: with %s = %s are %s of them now, %s before. That alone makes %s a run."
              .formatted(
                  mix.attribute(),
                  most.value().isEmpty() ? "(none)" : most.value(),
                  Units.percent(most.current()),
                  Units.percent(most.base()),
                  Units.ms(mix.mixMs()));
      String rest =
          "Runs with the same %s take %s %s (95 %%: %s). Compare them alone with --where %s=VALUE."
              .formatted(
                  mix.attribute(),
                  Units.ms(Math.abs(mix.withinMs())),
                  mix.withinMs() > 0 ? "longer" : "less time",
                  interval(mix.withinIntervalMs()),
                  mix.attribute());
      blocks.add(new Block.Paragraph(runs + " " + rest));
    }
  }

  private static void ways(@Nullable Mix ways, List<Block> blocks) {
    if (ways != null) {
      Mix.Value most = ways.values().get(0);
      blocks.add(
          new Block.Paragraph(
              "Runs take other ways: %s of them go by %s now, %s before. That alone makes %s a run; runs of the same way take %s %s (95 %%: %s)."
                  .formatted(
                      Units.percent(most.current()),
                      most.value().isEmpty() ? "the nodes that all runs visit" : most.value(),
                      Units.percent(most.base()),
                      Units.ms(ways.mixMs()),
                      Units.ms(Math.abs(ways.withinMs())),
                      ways.withinMs() > 0 ? "longer" : "less time",
                      interval(ways.withinIntervalMs()))));
    }
  }

  private static String interval(Delta delta) {
    return interval(delta.interval());
  }

  private static String interval(Interval interval) {
    return Units.ms(interval.low()) + " to " + Units.ms(interval.high());
  }

  private static Block.Table causes(List<CauseDelta> causes) {
    return new Block.Table(
        List.of(
            Column.number("change a run"),
            Column.text("where"),
            Column.text("what"),
            Column.number("shift"),
            Column.text("95 %"),
            Column.text("holds")),
        shown(causes).stream().map(Comparisons::row).toList());
  }

  /** The first ones, and whatever holds. */
  private static List<CauseDelta> shown(List<CauseDelta> causes) {
    return IntStream.range(0, causes.size())
        .filter(i -> i < ROWS || causes.get(i).delta().significant())
        .mapToObj(causes::get)
        .toList();
  }

  private static List<String> row(CauseDelta charged) {
    Cause cause = charged.cause();
    return List.of(
        Units.ms(charged.delta().meanMs()),
        cause.service() + ": " + cause.node(),
        cause.callee() == null ? cause.kind().label() : "waiting for " + cause.callee(),
        Units.ms(charged.delta().shiftMs()),
        interval(charged.delta()),
        charged.delta().significant() ? "yes" : "no");
  }

  private static void errors(List<ErrorDelta> errors, List<Block> blocks) {
    if (!errors.isEmpty()) {
      blocks.add(new Block.Heading(2, "Failures"));
      blocks.add(new Block.Items(false, errors.stream().map(Comparisons::line).toList()));
    }
  }

  private static String line(ErrorDelta error) {
    return "%s: %s of its executions failed, before %s%s"
        .formatted(
            error.node().node(),
            Units.percent(error.current()),
            Units.percent(error.base()),
            error.significant() ? "" : " (does not hold)");
  }

  private Comparisons() {}
}
