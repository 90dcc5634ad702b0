package io.heddle.report.document;

import io.heddle.core.comparison.Cause;
import io.heddle.core.comparison.ComparedWorkflow;
import io.heddle.core.comparison.ComparedWorkflow.CauseDelta;
import io.heddle.core.comparison.ComparedWorkflow.ErrorDelta;
import io.heddle.core.comparison.Comparison;
import io.heddle.core.comparison.Delta;
import io.heddle.report.document.Block.Column;
import java.util.ArrayList;
import java.util.List;

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
      blocks.add(new Block.Paragraph(verdict(workflow.delta())));
      blocks.add(causes(workflow.causes()));
      errors(workflow.errors(), blocks);
    }
    return blocks;
  }

  private static String runs(ComparedWorkflow workflow) {
    return "%s · %s runs against %s"
        .formatted(
            workflow.service(),
            Units.count(workflow.runs().current()),
            Units.count(workflow.runs().base()));
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

  private static String interval(Delta delta) {
    return Units.ms(delta.interval().low()) + " to " + Units.ms(delta.interval().high());
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
        causes.stream().limit(ROWS).map(Comparisons::row).toList());
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
