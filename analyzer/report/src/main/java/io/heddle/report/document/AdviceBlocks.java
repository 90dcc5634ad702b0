package io.heddle.report.document;

import io.heddle.core.advice.Finding;
import io.heddle.core.advice.Recommendation;
import io.heddle.core.advice.Saving;
import io.heddle.report.document.Block.Code;
import io.heddle.report.document.Block.Heading;
import io.heddle.report.document.Block.Items;
import io.heddle.report.document.Block.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Recommendations and findings as blocks. */
public final class AdviceBlocks {
  private final int level;
  private final List<Block> blocks = new ArrayList<>();

  /**
   * Starts with nothing.
   *
   * @param level of each recommendation's heading
   */
  AdviceBlocks(int level) {
    this.level = level;
  }

  List<Block> blocks() {
    return blocks;
  }

  AdviceBlocks recommendations(List<Recommendation> recommendations) {
    if (recommendations.isEmpty()) {
      blocks.add(new Paragraph("Nothing to recommend: no rule found enough evidence."));
    }
    for (int i = 0; i < recommendations.size(); i++) {
      recommendation(i + 1, recommendations.get(i));
    }
    return this;
  }

  AdviceBlocks findings(List<Finding> findings) {
    for (Finding finding : findings) {
      String nodes = finding.nodes().isEmpty() ? "" : " of " + String.join(", ", finding.nodes());
      blocks.add(new Heading(level, finding.kind() + nodes));
      blocks.add(new Items(false, Evidence.lines(finding.evidence())));
    }
    return this;
  }

  private void recommendation(int number, Recommendation it) {
    blocks.add(new Heading(level, number + ". " + it.title()));
    blocks.add(new Paragraph(gain(it)));
    blocks.add(new Items(false, Evidence.lines(it.evidence())));
    if (!it.steps().isEmpty()) {
      blocks.add(new Paragraph("Steps"));
      blocks.add(new Items(true, it.steps()));
    }
    String example = it.example();
    if (example != null) {
      blocks.add(new Code(example));
    }
  }

  /** Severity, saving, effort, risk and id in one line. */
  public static String gain(Recommendation it) {
    Saving saving = it.saving();
    return "%s · %s · effort %s · risk %s · %s"
        .formatted(
            it.severity().label().toUpperCase(Locale.ROOT),
            saving == null ? "saves no time by itself" : saves(saving),
            it.effort().label(),
            it.risk().label(),
            it.id());
  }

  private static String saves(Saving saving) {
    String time =
        "saves %s a run (%s; 95 %%: %s to %s)"
            .formatted(
                Units.ms(saving.meanMs()),
                Units.percentOf100(saving.percent()),
                Units.ms(saving.intervalMs().low()),
                Units.ms(saving.intervalMs().high()));
    Saving.Money money = saving.money();
    if (money == null) {
      return time;
    }
    return saving.meanMs() == 0 ? "saves " + amount(money) : time + " and " + amount(money);
  }

  private static String amount(Saving.Money money) {
    return "%s a run (%s of the cost; 95 %%: %s to %s)"
        .formatted(
            Units.cost(money.cost()),
            Units.percentOf100(money.percent()),
            Units.amount(money.interval().low()),
            Units.amount(money.interval().high()));
  }
}
