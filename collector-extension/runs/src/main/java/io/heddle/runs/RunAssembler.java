package io.heddle.runs;

import io.heddle.mapping.Decision;
import io.heddle.mapping.SpanMapper;
import io.heddle.otlp.Spans;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Makes runs of tables of spans: one for every span without a parent, and one for every workflow
 * root below one. Parentless spans with one run id are one run, whatever their traces. Graphs and
 * cold nodes are remembered from table to table. Not thread-safe.
 */
public final class RunAssembler {
  private static final Comparator<Run> ORDER =
      Comparator.comparing(Run::traceId)
          .thenComparingLong(run -> run.root().startNs())
          .thenComparing((a, b) -> Long.compareUnsigned(a.root().spanId(), b.root().spanId()));

  private final Graphs graphs = new Graphs();
  private final ColdStarts coldStarts = new ColdStarts();

  /**
   * Runs and how their spans were understood.
   *
   * @param runs in order of trace id, start and span id; the order of the spans does not matter
   * @param decisions which keys decided what; each span counts once
   * @param unmapped spans outside every workflow: an envelope and its own operations
   * @param duplicates spans left out because their ids had come before
   */
  public record Result(List<Run> runs, List<Decision> decisions, int unmapped, int duplicates) {
    public Result {
      runs = List.copyOf(runs);
      decisions = List.copyOf(decisions);
    }
  }

  /** Makes the runs of one table, which holds every span of its traces. */
  public Result assemble(Spans spans) {
    SpanMapper mapper = new SpanMapper(spans);
    SpanForest forest = new SpanForest(spans, new SpanMarks(spans, mapper));
    WorkflowRoots roots = new WorkflowRoots(forest, forest.marks);
    RunBuilder builder = new RunBuilder(forest, roots, mapper);
    List<RunDraft> drafts = new ArrayList<>();
    for (List<Integer> tops : new Tops(forest, roots, builder).grouped()) {
      drafts.add(builder.run(tops));
    }
    return new Result(
        finish(drafts, builder.coldRecorded()),
        builder.census().decisions(),
        builder.census().unmapped(),
        forest.duplicates.cardinality());
  }

  private List<Run> finish(List<RunDraft> drafts, Set<String> coldRecorded) {
    coldStarts.mark(drafts, coldRecorded);
    graphs.learn(drafts);
    List<Run> runs = new ArrayList<>(drafts.size());
    for (RunDraft draft : drafts) {
      runs.add(draft.finish(graphs.of(draft.workflow())));
    }
    runs.sort(ORDER);
    return runs;
  }

  /** The spans at the top of runs. */
  private record Tops(SpanForest forest, WorkflowRoots roots, RunBuilder builder) {
    List<List<Integer>> grouped() {
      RunGroups groups = new RunGroups(forest.marks, builder);
      for (int root : forest.roots()) {
        for (int top : belowAndSelf(root)) {
          groups.add(top, roots.above(top) >= 0);
        }
      }
      return groups.groups();
    }

    private List<Integer> belowAndSelf(int root) {
      List<Integer> tops = new ArrayList<>(List.of(root));
      tops.addAll(roots.markedBelow(root));
      return tops;
    }
  }
}
