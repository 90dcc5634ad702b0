package io.heddle.recorder;

import io.heddle.contract.SpanAttributes;
import io.heddle.recorder.export.Attribute;
import io.heddle.recorder.export.Origin;
import io.heddle.recorder.export.Origins;
import io.heddle.recorder.export.SharedAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all spans of a run say about it. The last run asked for is kept: records of one run mostly
 * come in a row. Drain thread only.
 */
final class RunAttributes {
  private static final SharedAttributes NONE = new SharedAttributes(List.of());

  private final @Nullable String serviceVersion;
  private @Nullable Run run;
  private String runId = "";
  private SharedAttributes attributes = NONE;

  RunAttributes(Origin origin) {
    serviceVersion = Origins.serviceVersion(origin);
  }

  SharedAttributes of(Run wanted) {
    String id = wanted.trace().runId();
    if (wanted != run || !id.equals(runId)) {
      run = wanted;
      runId = id;
      attributes = new SharedAttributes(made(wanted));
    }
    return attributes;
  }

  private List<Attribute> made(Run of) {
    Workflow workflow = of.trace().workflow();
    List<Attribute> made = new ArrayList<>();
    made.add(new Attribute(SpanAttributes.ENGINE, of.workflow().engine()));
    made.add(new Attribute(SpanAttributes.WORKFLOW_NAME, workflow.name()));
    made.add(new Attribute(SpanAttributes.RUN_ID, runId));
    String version = workflow.version(serviceVersion);
    if (version != null) {
      made.add(new Attribute(SpanAttributes.WORKFLOW_VERSION, version));
    }
    String outer = of.outerNode();
    if (outer != null) {
      made.add(new Attribute(SpanAttributes.GRAPH_NODE_PARENT_ID, outer));
    }
    return made;
  }
}
