package io.heddle.core.path;

import io.heddle.runs.Run;
import java.util.List;

/** Every root of a run. */
final class RunPaths {
  static List<CriticalPath> of(Run run, Overlap overlap) {
    throw new UnsupportedOperationException("not yet: " + run.runId() + overlap);
  }

  private RunPaths() {}
}
