package io.heddle.core.outcome;

import io.heddle.core.comparison.ComparedWorkflow;
import io.heddle.core.comparison.Comparison;
import io.heddle.core.comparison.Thresholds;
import io.heddle.core.path.Overlap;
import io.heddle.core.statistics.PriceTable;
import io.heddle.runs.Run;
import java.util.List;

/**
 * Holds the runs before and after a recommendation was followed against its promise. All tests of
 * one verification share the level of the thresholds.
 */
public final class Verification {
  /** Runs before and after, as the comparison and the look at what else changed see them. */
  record Groups(List<Run> base, List<Run> current) {}

  private final Promise promise;
  private final Overlap overlap;
  private final Thresholds thresholds;
  private final PriceTable prices;

  /** Verifies a promise of time. */
  public Verification(Promise promise, Overlap overlap, Thresholds thresholds) {
    this(promise, overlap, thresholds, PriceTable.NONE);
  }

  /**
   * Verifies a promise of time or money.
   *
   * @param prices by which the promise was made
   */
  public Verification(Promise promise, Overlap overlap, Thresholds thresholds, PriceTable prices) {
    this.promise = promise;
    this.overlap = overlap;
    this.thresholds = thresholds;
    this.prices = prices;
  }

  /**
   * What came of the promise; runs of other workflows are left aside.
   *
   * @throws IllegalArgumentException when a group holds no run of the workflow, or money was
   *     promised and a run has a model without a price
   */
  public Outcome of(List<Run> base, List<Run> current) {
    Groups groups = new Groups(ofWorkflow(base, "before"), ofWorkflow(current, "after"));
    Thresholds third = thresholds.withLevel(thresholds.level() / 3);
    ComparedWorkflow compared = compare(groups, third);
    Realised time = Realised.of(compared.delta());
    Realised realised =
        promise.saving().money() == null ? time : time.with(Paid.between(groups, prices, third));
    return new Outcome(
        promise,
        Applied.between(
            groups.base,
            groups.current,
            compared.runs().base().compared(),
            compared.runs().current().compared()),
        realised,
        new Confounders(promise, third).among(groups, compared, realised));
  }

  private ComparedWorkflow compare(Groups groups, Thresholds third) {
    boolean ofFirstRuns = promise.matter().rule().equals("cold-start");
    Comparison comparison =
        ofFirstRuns
            ? Comparison.withColdRuns(groups.base, groups.current, overlap, third)
            : Comparison.of(groups.base, groups.current, overlap, third);
    return comparison.workflows().get(0);
  }

  private List<Run> ofWorkflow(List<Run> runs, String when) {
    List<Run> wanted = runs.stream().filter(this::isMeant).toList();
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException(
          "no run of %s: %s %s the change"
              .formatted(promise.matter().service(), promise.matter().workflow(), when));
    }
    return wanted;
  }

  private boolean isMeant(Run run) {
    return run.isCounted()
        && run.workflow().service().equals(promise.matter().service())
        && run.workflow().name().equals(promise.matter().workflow());
  }
}
