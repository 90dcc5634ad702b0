package io.heddle.core.comparison;

import io.heddle.core.dependence.TwoGroups;
import io.heddle.core.replay.Bootstrap;

/**
 * One quantity in both groups, one value a run, in milliseconds.
 *
 * @param pValue that both groups are alike; not corrected
 */
record Contrast(TwoGroups groups, double pValue) {
  static Contrast of(TwoGroups groups) {
    return new Contrast(groups, groups.pValue());
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
