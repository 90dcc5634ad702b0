package io.heddle.core.finding;

import io.heddle.core.statistics.Telling;
import io.heddle.runs.Run;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;

/** What each run tells, looked for once: every execution has to be looked at. */
final class TellingRuns {
  /** Of the runs that do not tell everything. */
  private final IdentityHashMap<Run, Telling> less = new IdentityHashMap<>();

  TellingRuns(Collection<List<Run>> runs) {
    for (List<Run> each : runs) {
      List<Telling> telling = each.parallelStream().map(Telling::of).toList();
      for (int i = 0; i < telling.size(); i++) {
        if (telling.get(i) != Telling.WARM) {
          less.put(each.get(i), telling.get(i));
        }
      }
    }
  }

  /** Those of the runs that tell the most. */
  List<Run> among(List<Run> runs) {
    return Telling.most(runs, run -> less.getOrDefault(run, Telling.WARM));
  }
}
