package io.heddle.report.document;

import io.heddle.core.advice.Saving;
import io.heddle.core.outcome.Confounder;
import io.heddle.core.outcome.Correction;
import io.heddle.core.outcome.Figure;
import io.heddle.core.outcome.Outcome;
import io.heddle.core.outcome.RuleRecord;
import io.heddle.core.outcome.TrackRecord;
import io.heddle.report.document.Block.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What earlier recommendations said, and what happened. */
public final class Outcomes {
  /** What the section is called. */
  public static final String TITLE = "What we said and what happened";

  private static final int LATEST = 20;

  private Outcomes() {}

  /** The whole section. */
  public static List<Block> of(TrackRecord record) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, TITLE));
    if (record.outcomes().isEmpty()) {
      blocks.add(new Block.Paragraph("There is no outcome yet."));
      return blocks;
    }
    blocks.add(rules(record));
    blocks.add(table(latest(record)));
    List<String> left = remarks(record);
    if (!left.isEmpty()) {
      blocks.add(new Block.Items(false, left));
    }
    return blocks;
  }

  /** One outcome alone. */
  public static List<Block> of(Outcome outcome) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, outcome.promise().matter().id()));
    blocks.add(
        new Block.Note(
            "%s: %s · %s runs after against %s before"
                .formatted(
                    outcome.promise().matter().service(),
                    outcome.promise().matter().workflow(),
                    Units.count((long) outcome.applied().currentRuns()),
                    Units.count((long) outcome.applied().baseRuns()))));
    blocks.add(new Block.Paragraph(verdict(outcome)));
    if (!outcome.isClean()) {
      blocks.add(new Block.Paragraph("Nothing is learnt from it, for something else changed too:"));
      blocks.add(
          new Block.Items(false, outcome.confounders().stream().map(Confounder::what).toList()));
    }
    return blocks;
  }

  private static String verdict(Outcome outcome) {
    return "It was to save %s a run (95 %%: %s) and saved %s (95 %%: %s): %s."
        .formatted(
            amount(outcome, outcome.promise().said().saved()),
            interval(outcome, outcome.promise().said()),
            amount(outcome, outcome.realised().happened().saved()),
            interval(outcome, outcome.realised().happened()),
            kept(outcome));
  }

  private static String kept(Outcome outcome) {
    if (outcome.held()) {
      return "as said";
    }
    return outcome.ratio() < 1 ? "less than said" : "more than said";
  }

  /** A row for each rule: how well it kept its promises, and what its next ones learn. */
  public static Block.Table rules(TrackRecord record) {
    return new Block.Table(
        List.of(
            Column.text("rule"),
            Column.number("outcomes"),
            Column.number("that count"),
            Column.number("happened / said"),
            Column.number("as said"),
            Column.text("95 %"),
            Column.text("next estimates")),
        record.rules().stream().map(Outcomes::row).toList());
  }

  private static List<String> row(RuleRecord rule) {
    Double ratio = rule.ratio();
    return List.of(
        rule.rule(),
        Units.count((long) rule.outcomes()),
        Units.count((long) rule.clean()),
        ratio == null ? Units.UNKNOWN : Units.number(ratio),
        Units.count((long) rule.held()),
        Units.percent(rule.heldShare().low()) + " to " + Units.percent(rule.heldShare().high()),
        learnt(rule));
  }

  private static String learnt(RuleRecord rule) {
    Correction correction = rule.correction();
    if (correction == null) {
      return "as they are: fewer than %d outcomes count".formatted(Correction.FEWEST);
    }
    if (correction.isNeutral()) {
      return "as they are";
    }
    String factor =
        correction.factor() == 1 ? "as they are" : "x " + Units.number(correction.factor());
    return correction.spread() == 0
        ? factor
        : factor + ", ± " + Units.percent(2 * correction.spread());
  }

  /** A row for each outcome. */
  public static Block.Table table(List<Outcome> outcomes) {
    return new Block.Table(
        List.of(
            Column.text("recommendation"),
            Column.text("workflow"),
            Column.number("said"),
            Column.text("95 %"),
            Column.number("happened"),
            Column.text("95 %"),
            Column.text("verdict")),
        outcomes.stream().map(Outcomes::row).toList());
  }

  private static List<String> row(Outcome outcome) {
    return List.of(
        outcome.promise().matter().id(),
        outcome.promise().matter().service() + ": " + outcome.promise().matter().workflow(),
        amount(outcome, outcome.promise().said().saved()),
        interval(outcome, outcome.promise().said()),
        amount(outcome, outcome.realised().happened().saved()),
        interval(outcome, outcome.realised().happened()),
        outcome.isClean() ? kept(outcome) : "does not count: " + reasons(outcome));
  }

  private static String reasons(Outcome outcome) {
    return outcome.confounders().stream()
        .map(it -> it.kind().label())
        .collect(Collectors.joining(", "));
  }

  /** The last ones of many. */
  public static List<Outcome> latest(TrackRecord record) {
    List<Outcome> all = record.outcomes();
    return all.subList(Math.max(0, all.size() - LATEST), all.size());
  }

  /** Why some outcomes do not count, and how many are not shown. */
  public static List<String> remarks(TrackRecord record) {
    List<String> remarks = new ArrayList<>();
    for (Outcome outcome : latest(record)) {
      outcome
          .confounders()
          .forEach(it -> remarks.add(outcome.promise().matter().id() + ": " + it.what()));
    }
    int hidden = record.outcomes().size() - latest(record).size();
    if (hidden > 0) {
      remarks.add(Units.count((long) hidden) + " earlier ones are not shown");
    }
    return remarks;
  }

  private static String interval(Outcome outcome, Figure figure) {
    return amount(outcome, figure.interval().low())
        + " to "
        + amount(outcome, figure.interval().high());
  }

  /** In the unit of the promise. */
  private static String amount(Outcome outcome, double value) {
    Saving.Money money = outcome.promise().saving().money();
    return money == null ? Units.ms(value) : Units.amount(value) + " " + money.cost().currency();
  }
}
