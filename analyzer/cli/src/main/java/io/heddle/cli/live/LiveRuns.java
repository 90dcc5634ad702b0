package io.heddle.cli.live;

import io.heddle.core.Options;
import io.heddle.otlp.ReadReport;
import io.heddle.runs.LeftOut;
import io.heddle.runs.Run;
import io.heddle.runs.RunAssembler;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs of what a server keeps.
 *
 * @param reading what belongs to none of them, and what is known to be missing
 */
record LiveRuns(List<Run> runs, Options.Reading reading) {
  /** What was kept at one moment. */
  record Source(List<Kept> requests, Retention retention) {}

  static LiveRuns of(RunAssembler.Result result, ReadReport report, Retention retention) {
    List<String> problems = new ArrayList<>(report.problems());
    problems.addAll(new LeftOut(result.duplicates(), 0, 0, 0).lines());
    if (retention.evictedSpans() > 0) {
      problems.add(
          "%d earlier spans made room for later ones (--keep-mb): runs may lack their beginning"
              .formatted(retention.evictedSpans()));
    }
    return new LiveRuns(result.runs(), new Options.Reading(result.unmapped(), problems));
  }
}
