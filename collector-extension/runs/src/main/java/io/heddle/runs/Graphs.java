package io.heddle.runs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Definitions of workflow versions. One run of a version carries its graph; all of them get it,
 * those read before too.
 */
final class Graphs {
  private final Map<WorkflowKey, Graph> byVersion = new HashMap<>();

  /** Keeps what the drafts carry. */
  void learn(List<RunDraft> drafts) {
    for (RunDraft draft : drafts) {
      RunDraft.GraphText graph = draft.graph();
      if (byVersion.containsKey(draft.workflow())) {
        continue;
      }
      if (graph.json() != null) {
        learn(draft, graph.json());
      } else if (graph.listed() != null) {
        byVersion.put(draft.workflow(), graph.listed());
      }
    }
  }

  @Nullable Graph of(WorkflowKey workflow) {
    return byVersion.get(workflow);
  }

  private void learn(RunDraft draft, String json) {
    String hash = draft.graph().hash();
    Graph graph =
        GraphReader.read(json, hash == null ? Integer.toHexString(json.hashCode()) : hash);
    if (graph == null) {
      draft.flags().add(Run.Flag.DAMAGED_GRAPH);
    } else {
      byVersion.put(draft.workflow(), graph);
    }
  }
}
