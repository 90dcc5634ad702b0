package io.heddle.runs;

import io.heddle.otlp.Spans;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes runs of a complete table of spans: one for every span without a parent, and one for every
 * workflow root below one. Parentless spans with one run id are one run, whatever their traces.
 */
public final class RunAssembler {
  private static final Comparator<Run> ORDER =
      Comparator.comparing(Run::traceId)
          .thenComparingLong(run -> run.root().startNs())
          .thenComparing((a, b) -> Long.compareUnsigned(a.root().spanId(), b.root().spanId()));

  private final SpanForest forest;
  private final WorkflowRoots roots;
  private final RunBuilder builder;

  private RunAssembler(Spans spans) {
    forest = new SpanForest(spans);
    roots = new WorkflowRoots(forest);
    builder = new RunBuilder(forest, roots, new Primaries(forest));
  }

  /** The runs in order of trace id, start and span id; the order of the spans does not matter. */
  public static List<Run> assemble(Spans spans) {
    return new RunAssembler(spans).runs();
  }

  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (List<Integer> tops : grouped(tops())) {
      runs.add(builder.run(tops));
    }
    runs.sort(ORDER);
    return runs;
  }

  private List<Integer> tops() {
    List<Integer> tops = new ArrayList<>();
    for (int root : forest.roots()) {
      tops.add(root);
      tops.addAll(roots.markedBelow(root));
    }
    return tops;
  }

  private List<List<Integer>> grouped(List<Integer> tops) {
    List<List<Integer>> groups = new ArrayList<>();
    Map<Identity, List<Integer>> byRun = new HashMap<>();
    for (int top : tops) {
      String runId = roots.runId(top);
      if (runId == null || roots.above(top) >= 0) {
        groups.add(List.of(top));
      } else {
        Identity identity = new Identity(builder.service(top), builder.workflow(top), runId);
        byRun.computeIfAbsent(identity, key -> new ArrayList<>()).add(top);
      }
    }
    groups.addAll(byRun.values());
    return groups;
  }

  private record Identity(String service, String workflow, String runId) {}
}
