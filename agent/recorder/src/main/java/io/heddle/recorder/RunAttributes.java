package io.heddle.recorder;

import io.heddle.contract.SpanAttributes;
import io.heddle.recorder.export.Attribute;
import io.heddle.recorder.export.Origin;
import io.heddle.recorder.export.Origins;
import io.heddle.recorder.export.SharedAttributes;
import io.heddle.recorder.export.SpanSink;
import io.heddle.recorder.jvm.CompiledApart;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What all spans of a run say about it. The last run asked for is kept: records of one run mostly
 * come in a row. Drain thread only.
 */
@SuppressWarnings("ReferenceEquality") // a workflow, and a run, is one object
final class RunAttributes {
  private static final SharedAttributes NONE = new SharedAttributes(List.of());

  private final @Nullable String serviceVersion;
  private @Nullable Run run;
  private String runId = "";
  private SharedAttributes ofRun = NONE;
  private SharedAttributes ofWorkflow = NONE;

  RunAttributes(Origin origin) {
    serviceVersion = Origins.serviceVersion(origin);
  }

  /** Tells them of a span of that run. */
  void write(SpanSink span, Run of) {
    turnTo(of);
    span.attributes(ofWorkflow);
    span.attributes(ofRun);
  }

  private void turnTo(Run next) {
    String id = next.trace().runId();
    if (next != run || !id.equals(runId)) {
      turnTo(next, id);
    }
  }

  @CompiledApart
  private void turnTo(Run next, String id) {
    if (!areAlike(next, run)) {
      ofWorkflow = new SharedAttributes(made(next));
    }
    run = next;
    if (!id.equals(runId)) {
      runId = id;
      ofRun = new SharedAttributes(List.of(new Attribute(SpanAttributes.RUN_ID, id)));
    }
  }

  private static boolean areAlike(Run some, @Nullable Run other) {
    return other != null
        && some.workflow() == other.workflow()
        && some.trace().workflow() == other.trace().workflow()
        && Objects.equals(some.outerNode(), other.outerNode());
  }

  private List<Attribute> made(Run of) {
    Workflow workflow = of.trace().workflow();
    List<Attribute> made = new ArrayList<>();
    made.add(new Attribute(SpanAttributes.ENGINE, of.workflow().engine()));
    made.add(new Attribute(SpanAttributes.WORKFLOW_NAME, workflow.name()));
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
