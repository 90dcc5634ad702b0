package io.heddle.recorder;

import io.heddle.recorder.export.Attribute;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a workflow. Thread-safe: any thread may begin nodes of it or end it. Spans of
 * one run share one anchor of the wall clock, so they never jump against each other.
 */
public final class Run {
  private static final int[] NO_VISITS = {};

  private final Recorder recorder;
  private final Workflow workflow;
  private final Trace trace;
  private final long parentSpanId;
  private final @Nullable String outerNode;
  private final VisitCounts visits;

  /** Drain thread only. */
  private int[] leafVisits = NO_VISITS;

  private final AtomicReference<@Nullable End> end = new AtomicReference<>();

  /** Guarded by {@link #end}. Most runs have none. */
  private @Nullable Details details;

  /**
   * When and how it ended.
   *
   * @param isAbandoned whether nobody saw that; the time is then when it was found out
   */
  record End(long nano, @Nullable Throwable error, boolean isAbandoned) {
    End at(long otherNano) {
      return new End(otherNano, error, isAbandoned);
    }
  }

  private Run(
      Recorder recorder,
      Workflow workflow,
      Trace trace,
      long parentSpanId,
      @Nullable String outerNode) {
    this.recorder = recorder;
    this.workflow = workflow;
    this.trace = trace;
    this.parentSpanId = parentSpanId;
    this.outerNode = outerNode;
    this.visits = new VisitCounts(workflow.nodeCount());
  }

  static Run root(Recorder recorder, Workflow workflow, Trace trace) {
    return new Run(recorder, workflow, trace, trace.rootSpanId(), null);
  }

  static Run nested(Recorder recorder, Workflow workflow, Execution outer) {
    Node node = outer.node();
    String outerNode = node == null ? null : node.id();
    return new Run(recorder, workflow, outer.run().trace, outer.spanId(), outerNode);
  }

  /** The workflow that runs. */
  public Workflow workflow() {
    return workflow;
  }

  /** 32 hex digits. Allocates once a trace: for logs and tests. */
  public String traceId() {
    return trace.id();
  }

  /**
   * The span id of one attempt at an execution of this run. In a {@link DurableRun} every process
   * derives the same, so that an execution recorded twice is one span, and workers can name each
   * other's executions as predecessors.
   *
   * @param executionId what the engine calls the execution, unique within the run
   * @param attempt from 1
   */
  public long spanId(String executionId, int attempt) {
    return DurableIds.spanId(trace.context(), executionId, attempt);
  }

  /** Trace flags of all its spans, as W3C Trace Context has them: those of the span it began in. */
  public byte traceFlags() {
    return trace.flags();
  }

  /** As in the {@code tracestate} header: that of the span it began in; empty if there is none. */
  public String traceState() {
    return trace.traceState();
  }

  /** The span that the run's nodes are children of: its root, or the outer execution if nested. */
  public long parentSpanId() {
    return parentSpanId;
  }

  /**
   * The engine's own id of this run; {@code heddle.run.id} of all its spans that are not sent yet.
   * Without it the trace id takes its place, followed by the root's span id if the run joined the
   * trace of another tracer. Call it before the first node.
   */
  public void id(String engineRunId) {
    trace.runId(engineRunId);
  }

  /** An attribute of the root span; ignored on a nested run, and after the end. */
  public void attribute(String key, String value) {
    attach(key, value);
  }

  /** An attribute of the root span; ignored on a nested run, and after the end. */
  public void attribute(String key, long value) {
    attach(key, value);
  }

  private void attach(String key, Object value) {
    synchronized (end) {
      if (end.get() == null && !details().add(key, value)) {
        recorder.counters().evidenceDiscarded();
      }
    }
  }

  private Details details() {
    Details present = details;
    if (present == null) {
      present = new Details();
      details = present;
    }
    return present;
  }

  /**
   * Ends the run; later calls change nothing. Nodes that end later are still recorded.
   *
   * @param error what the engine reports as the run's failure, else null
   */
  public void end(@Nullable Throwable error) {
    end(new End(System.nanoTime(), error, false));
  }

  /**
   * Ends a run that nobody can go on with any more, when that is found out long after: as cancelled
   * and abandoned, at the end of what was recorded of it last. Like {@link #end}, it changes
   * nothing after the end. Counted.
   */
  public void abandon() {
    if (end(new End(System.nanoTime(), Abandonment.asError(), true)) && !isNested()) {
      recorder.counters().abandonedRun();
    }
  }

  private boolean end(End now) {
    boolean isFirst = end.compareAndSet(null, now);
    if (isFirst && !isNested()) {
      recorder.ended(this);
    }
    return isFirst;
  }

  /** Whether it has ended. */
  public boolean isOver() {
    return end.get() != null;
  }

  boolean isNested() {
    return parentSpanId != trace.rootSpanId();
  }

  /** The node that a nested run belongs to. */
  @Nullable String outerNode() {
    return outerNode;
  }

  Trace trace() {
    return trace;
  }

  @Nullable End end() {
    return end.get();
  }

  List<Attribute> attributes() {
    synchronized (end) {
      return details == null ? List.of() : List.copyOf(details.attributes());
    }
  }

  /** The same node of this run's workflow, should a caller bring another workflow's. */
  Node own(Node node) {
    return node.workflow() == workflow ? node : workflow.node(node.id(), node.type());
  }

  /** The leaf of that number. */
  Leaf leaf(int number) {
    return recorder.leaves().get(number);
  }

  /** The node that a leaf is in this run. Drain thread only. */
  Node nodeOf(Leaf leaf) {
    return workflow.leaf(leaf);
  }

  /** The number of this visit of a leaf, from 1, in the order of the records. Drain thread only. */
  int leafVisit(Node node) {
    int index = node.index();
    if (index >= leafVisits.length) {
      leafVisits = Arrays.copyOf(leafVisits, Math.max(index + 1, workflow.nodeCount()));
    }
    return ++leafVisits[index];
  }

  int visit(Node node) {
    return visits.visit(node.index());
  }

  int revisit(Node node) {
    return visits.revisit(node.index());
  }
}
