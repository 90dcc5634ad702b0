package io.heddle.core.finding;

import io.heddle.core.advice.Facts;
import io.heddle.runs.Run;
import java.time.Duration;

/** The time that the runs of a trend cover. */
record Period(Run first, Run last) {
  /** In less every hour of the day comes once, so that a rise may be the day's own. */
  private static final Duration SHORTEST = Duration.ofDays(2);

  /** Says so where the period is too short to tell a change from the time of the day. */
  Facts describe(Facts evidence) {
    return isShort()
        ? evidence.with(
            "note", "less than two days of runs: the time of the day may be all there is to it")
        : evidence;
  }

  private boolean isShort() {
    return last.root().startNs() - first.root().startNs() < SHORTEST.toNanos();
  }
}
