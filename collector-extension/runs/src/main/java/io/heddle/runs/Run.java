package io.heddle.runs;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a workflow. Immutable.
 *
 * @param runId the engine's run id, else the trace id
 * @param traceId the trace of the root span, 32 hex digits
 * @param primary the earliest true root of its trace
 * @param executions the root first, parents before children, then by start and span id
 * @param graph the definition captured by the agent, if this run or an earlier one carried it
 * @param flags what was repaired while assembling
 */
public record Run(
    WorkflowKey workflow,
    String runId,
    String traceId,
    boolean primary,
    List<Execution> executions,
    @Nullable Graph graph,
    Set<Flag> flags) {

  /** What the assembler had to repair. */
  public enum Flag {
    /** The root's parent never arrived. */
    ORPHAN_ROOT,
    /** Spans named each other, or themselves, as parent. */
    PARENT_CYCLE,
    /** A span id arrived twice; the first was kept. */
    DUPLICATE_SPAN,
    /** A span ended before it started; its end was set to its start. */
    NEGATIVE_DURATION
  }

  public Run {
    executions = List.copyOf(executions);
    flags = Set.copyOf(flags);
  }

  public Execution root() {
    return executions.get(0);
  }
}
