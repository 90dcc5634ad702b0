package io.heddle.core.path;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.List;
import java.util.SortedSet;

/**
 * What one root waited for, instant by instant: sections that partition the root exactly.
 *
 * @param run the run the root belongs to
 * @param root the root this path explains
 * @param sections from the root's end backwards; empty when the root has no length
 * @param detached tops of subtrees nobody waited for
 * @param clipped executions that reach beyond their parent on the path, or whose recorded link
 *     contradicts time
 * @param flags what was repaired, as outputs write it
 */
public record CriticalPath(
    Run run,
    Execution root,
    List<Section> sections,
    List<Execution> detached,
    List<Execution> clipped,
    SortedSet<String> flags) {
  public CriticalPath {
    sections = List.copyOf(sections);
    detached = List.copyOf(detached);
    clipped = List.copyOf(clipped);
  }

  /** Whether this root stands for its trace; true once a trace. */
  public boolean primary() {
    boolean ownTrace = root.parent() < 0 && !root.traceId().equals(run.traceId());
    return root.index() == 0 ? run.primary() : ownTrace;
  }

  /** One path for every root of the run, the run's own first. */
  public static List<CriticalPath> of(Run run, Overlap overlap) {
    return RunPaths.of(run, overlap);
  }
}
