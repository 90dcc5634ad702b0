package io.heddle.core.finding;

import io.heddle.runs.Run;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The runs with a cold execution, looked for once: every execution has to be looked at. */
final class ColdRuns {
  private final Set<Run> cold = Collections.newSetFromMap(new IdentityHashMap<>());

  ColdRuns(Collection<List<Run>> runs) {
    for (List<Run> each : runs) {
      cold.addAll(each.parallelStream().filter(Run::hasCold).toList());
    }
  }

  /** Those of the runs that are not among them, or all when each is. */
  List<Run> warm(List<Run> runs) {
    List<Run> warm = runs.stream().filter(run -> !cold.contains(run)).toList();
    return warm.isEmpty() ? runs : warm;
  }
}
