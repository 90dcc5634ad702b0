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
 * @param executions the root first, parents before children, siblings by start and span id; a run
 *     over several traces has further executions without a parent
 * @param graph the definition captured by the agent, if this run or an earlier one carried it
 * @param flags what was repaired while assembling, and what keeps the run out of statistics
 */
public record Run(
    WorkflowKey workflow,
    String runId,
    String traceId,
    boolean primary,
    List<Execution> executions,
    @Nullable Graph graph,
    Set<Flag> flags) {

  /** What the assembler had to repair or found special. */
  public enum Flag {
    /** The root's parent never arrived. */
    ORPHAN_ROOT,
    /** Spans named each other, or themselves, as parent. */
    PARENT_CYCLE,
    /** A span id arrived twice; the first was kept. */
    DUPLICATE_SPAN,
    /** The engine wrote workflows as instants; they were made to last as long as what is below. */
    INSTANT_WORKFLOW,
    /** A span ended before it started; its end was set to its start. */
    NEGATIVE_DURATION,
    /** The root lies below another workflow root, whose run has this one as a node. */
    NESTED,
    /** A parentless span that is no workflow itself, above roots of workflows. */
    ENVELOPE,
    /** The root carried a graph that could not be read. */
    DAMAGED_GRAPH,
    /**
     * Nobody saw the run end: it was abandoned, its root was written without an end, or the root,
     * which ends last, never arrived.
     */
    UNFINISHED,
    /** Several spans carry the run's id and have no parent in it, be it in one trace or more. */
    SEVERAL_ROOTS,
    /** Executions of another host were moved, since its clock put them outside their parent. */
    CLOCK_SKEW_ADJUSTED,
    /** Executions of another host lie outside their parent by more than might be moved. */
    CLOCK_SKEW_TOO_LARGE
  }

  public Run {
    executions = List.copyOf(executions);
    flags = Set.copyOf(flags);
  }

  public Execution root() {
    return executions.get(0);
  }

  /** Whether the run's end was seen; else its duration is only the least that it can have been. */
  public boolean isFinished() {
    return !flags.contains(Flag.UNFINISHED);
  }

  /** Whether an execution was the first of its node in its process. */
  public boolean hasCold() {
    for (Execution execution : executions) {
      if (execution.cold()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the run counts as a run of its workflow: neither nested nor only an envelope. */
  public boolean isCounted() {
    return !flags.contains(Flag.NESTED) && !flags.contains(Flag.ENVELOPE);
  }
}
