package io.heddle.runs;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One visit of one node in one run, or an operation below it. Immutable.
 *
 * @param index position in {@link Run#executions}
 * @param parent index of the parent; -1 for the root, and for the first span of a further trace
 * @param traceId 32 hex digits
 * @param spanId the span's id as a number
 * @param parentSpanId the id the span names as its parent; 0 for none
 * @param node the node's name; for an operation the operation's name
 * @param type llm, tool, code, http_request, knowledge_retrieval, human, timer, subworkflow, ...
 * @param startNs since the epoch
 * @param endNs since the epoch, never before the start
 * @param attempt from 1
 * @param visit from 1
 * @param waitNs queued before the start; -1 when nobody recorded it
 * @param error error.type, or "error" when the status says only that; null for success
 * @param predecessors indices of the recorded predecessors; empty when none was recorded
 * @param evidence what the node touched; all fields absent when nobody looked
 * @param usage tokens and price; null when the span carries no usage
 * @param attributes the span's and its resource's attributes as text, for grouping
 */
@SuppressWarnings("ArrayRecordComponent") // a list would cost an object per edge
public record Execution(
    int index,
    int parent,
    String traceId,
    long spanId,
    long parentSpanId,
    Role role,
    Kind kind,
    String service,
    String node,
    String type,
    long startNs,
    long endNs,
    int attempt,
    int visit,
    long waitNs,
    boolean cold,
    boolean async,
    @Nullable String error,
    int[] predecessors,
    Evidence evidence,
    @Nullable Usage usage,
    Map<String, String> attributes) {

  /** What a span is in its workflow. */
  public enum Role {
    /** A run over several traces has one in each that begins with its workflow. */
    ROOT,
    NODE,
    OPERATION
  }

  /** The span kind of OpenTelemetry. */
  public enum Kind {
    UNSPECIFIED,
    INTERNAL,
    SERVER,
    CLIENT,
    PRODUCER,
    CONSUMER
  }

  public long durationNs() {
    return endNs - startNs;
  }

  /** This execution as a certain attempt and visit. */
  Execution withVisit(int newAttempt, int newVisit) {
    return newAttempt == attempt && newVisit == visit
        ? this
        : copy(newAttempt, newVisit, cold, endNs);
  }

  /** This execution at another place of its run, earlier or later. */
  public Execution moved(int newIndex, int newParent, int[] newPredecessors, long byNs) {
    return new Execution(
        newIndex,
        newParent,
        traceId,
        spanId,
        parentSpanId,
        role,
        kind,
        service,
        node,
        type,
        startNs + byNs,
        endNs + byNs,
        attempt,
        visit,
        waitNs,
        cold,
        async,
        error,
        newPredecessors,
        evidence,
        usage,
        attributes);
  }

  /** This execution after these others, which somebody recorded in another way than by links. */
  Execution after(int[] recorded) {
    return moved(index, parent, recorded, 0);
  }

  /** This execution, ending later. */
  Execution until(long newEndNs) {
    return copy(attempt, visit, cold, newEndNs);
  }

  /** This execution as the first of its node in its process. */
  Execution asCold() {
    return copy(attempt, visit, true, endNs);
  }

  private Execution copy(int newAttempt, int newVisit, boolean newCold, long newEndNs) {
    return new Execution(
        index,
        parent,
        traceId,
        spanId,
        parentSpanId,
        role,
        kind,
        service,
        node,
        type,
        startNs,
        newEndNs,
        newAttempt,
        newVisit,
        waitNs,
        newCold,
        async,
        error,
        predecessors,
        evidence,
        usage,
        attributes);
  }
}
