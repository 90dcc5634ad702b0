package io.heddle.runs;

import io.heddle.mapping.Field;
import io.heddle.mapping.Row;
import io.heddle.mapping.Source;
import io.heddle.mapping.SpanMapper;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the spans of one run say of the whole of it. */
final class Recorded {
  private final SpanMapper mapper;
  private final String workflow;
  private final Supersteps steps = new Supersteps();
  private final InstantWorkflows instants = new InstantWorkflows();
  private boolean abandoned;
  private @Nullable Graph listed;
  private @Nullable String engineVersion;

  Recorded(SpanMapper mapper, String workflow) {
    this.mapper = mapper;
    this.workflow = workflow;
  }

  /** Adds what the mapper's span says, which became this execution. */
  void add(Execution execution) {
    steps.add(mapper.number(Field.STEP));
    if (execution.durationNs() == 0 && mapper.isRequested() && mapper.workflow() != null) {
      instants.add(execution.index());
    }
    abandoned |= execution.role() == Execution.Role.ROOT && mapper.isTrue(Field.ABANDONED);
    if (listed == null && mapper.has(Field.GRAPH_NODES)) {
      listed = GraphLists.read(mapper);
    }
    if (engineVersion == null && isVersionOfWorkflow(mapper.row(Field.WORKFLOW_VERSION))) {
      engineVersion = mapper.text(Field.WORKFLOW_VERSION);
    }
  }

  /** The version an engine wrote on any span of the workflow, null for none. */
  @Nullable String engineVersion() {
    return engineVersion;
  }

  @Nullable Graph listed() {
    return listed;
  }

  /** Whether a root of the run says so. */
  boolean isAbandoned() {
    return abandoned;
  }

  boolean hasInstants() {
    return !instants.isEmpty();
  }

  /** Gives the executions what was recorded elsewhere than on their spans. */
  void complete(List<Execution> executions) {
    instants.stretch(executions);
    steps.link(executions);
  }

  private boolean isVersionOfWorkflow(@Nullable Row version) {
    return version != null
        && version.source().level() == Source.Level.ENGINE
        && Objects.equals(mapper.workflow(), workflow);
  }
}
