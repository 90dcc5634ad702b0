package io.heddle.core.comparison;

import io.heddle.core.dependence.TwoGroups;
import io.heddle.core.replay.Bootstrap;
import org.jspecify.annotations.Nullable;

/**
 * One quantity in both groups, one value a run, in milliseconds.
 *
 * @param pValue that both groups are alike; not corrected
 */
record Contrast(TwoGroups groups, double pValue) {
  static Contrast of(TwoGroups groups) {
    return new Contrast(groups, groups.pValue());
  }

  /** This one, tested in another way too: either may tell, at half the level. */
  Contrast or(@Nullable Contrast other) {
    return other == null
        ? this
        : new Contrast(groups, Math.min(1, 2 * Math.min(pValue, other.pValue)));
  }

  Delta delta(boolean holds, Thresholds thresholds) {
    double[] base = groups.of(false);
    double before = TwoGroups.mean(base);
    double change = groups.difference();
    double shift = HodgesLehmann.shift(base, groups.of(true));
    boolean matters = thresholds.matters(change, before) || thresholds.matters(shift, before);
    return new Delta(
        change, shift, new Bootstrap(thresholds.seed()).ofDifference(groups), holds && matters);
  }
}
