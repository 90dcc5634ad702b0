package io.heddle.core.path;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.Comparator;
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
  /** By trace id, then start, then span id. */
  public static final Comparator<CriticalPath> IN_ORDER =
      Comparator.<CriticalPath, String>comparing(path -> path.root.traceId())
          .thenComparingLong(path -> path.root.startNs())
          .thenComparing(path -> path.root.spanId(), Long::compareUnsigned);

  public CriticalPath {
    sections = List.copyOf(sections);
    detached = List.copyOf(detached);
    clipped = List.copyOf(clipped);
  }

  /** Whether this root stands for its trace; true once a trace. */
  public boolean primary() {
    return root.index() == 0 ? run.primary() : !root.traceId().equals(run.traceId());
  }

  /** One path for every root of the run, which has several when it spans several traces. */
  public static List<CriticalPath> of(Run run, Overlap overlap) {
    return RunPaths.of(run, overlap);
  }
}
