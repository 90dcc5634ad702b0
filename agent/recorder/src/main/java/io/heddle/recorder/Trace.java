package io.heddle.recorder;

import io.heddle.recorder.export.TraceContext;
import io.heddle.recorder.jvm.CompiledApart;
import io.heddle.recorder.settings.Sampling;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What all spans of a run share, nested workflows included: ids and the anchor that turns {@link
 * System#nanoTime()} into time since the epoch. Thread-safe.
 */
final class Trace {
  private static final long NO_SPAN = 0;
  private static final byte SAMPLED = 1;

  /** Sampled, and with a random trace id (W3C Trace Context level 2). */
  private static final byte OWN_FLAGS = 3;

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final Workflow workflow;
  private TraceContext context;

  /** Drain thread only, once the run has begun. */
  private Fate fate;

  /** What its spans carry; null while that is what it began with. Drain thread only. */
  private @Nullable TraceContext sent;

  private final TraceRoot root;

  /** Drain thread only. */
  private long lastRecorded;

  private final long beginNano;
  private final long beginEpochNs;
  private final long rootStartNs;
  private volatile @Nullable String id;
  private volatile @Nullable String runId;

  /**
   * A trace of its own.
   *
   * @param workflow of the root
   * @param high random bits of a stream of their own
   * @param ids the other random bits
   */
  Trace(Workflow workflow, long high, SpanIds ids) {
    this(workflow, new HostSpan(high, ids.next(), NO_SPAN, OWN_FLAGS, "", false), ids);
  }

  /** The part of {@code parent}'s trace that begins with a root below it. */
  Trace(Workflow workflow, HostSpan parent, SpanIds ids) {
    this(
        workflow,
        new TraceRoot(context(parent), ids.next(), parent.spanId(), parent.isRemote()),
        null);
  }

  private Trace(Workflow workflow, TraceRoot root, @Nullable Instant begun) {
    this.workflow = workflow;
    this.root = root;
    this.context = root.trace();
    this.fate = isSampled() ? Fate.SENT : Fate.UNSAMPLED;
    Instant now = Instant.now();
    this.beginNano = System.nanoTime();
    this.lastRecorded = beginNano;
    this.beginEpochNs = epochNs(now);
    this.rootStartNs = begun == null ? beginEpochNs : Math.min(beginEpochNs, epochNs(begun));
  }

  /** The trace that every process derives for that run. */
  static Trace durable(Workflow workflow, DurableRun run) {
    Trace trace = new Trace(workflow, DurableIds.root(workflow.engine(), run.id()), run.begun());
    trace.runId(run.id());
    return trace;
  }

  private static TraceContext context(HostSpan span) {
    return new TraceContext(span.traceHigh(), span.traceLow(), span.flags(), span.traceState());
  }

  private static long epochNs(Instant time) {
    return time.getEpochSecond() * NANOS_PER_SECOND + time.getNano();
  }

  /**
   * Has it sampled; before the run begins.
   *
   * @param waits whether the end of the run has a say: not where other processes decide as well
   */
  void sample(Sampling sampling, boolean waits) {
    context = sampling.head(context);
    if (waits && sampling.raises()) {
      fate = Fate.WAITING;
    } else {
      decide(false);
    }
  }

  /** Decides by the trace id, unless the run is raised above that. Drain thread only. */
  void decide(boolean raised) {
    fate = raised || isSampled() ? Fate.SENT : Fate.SAMPLED_OUT;
    sent = raised ? Sampling.raised(context) : null;
  }

  Fate fate() {
    return fate;
  }

  Workflow workflow() {
    return workflow;
  }

  long rootSpanId() {
    return root.spanId();
  }

  /** What other tracers are told of it. */
  TraceContext context() {
    return context;
  }

  /** What its spans carry of it. Drain thread only. */
  TraceContext sent() {
    TraceContext other = sent;
    return other == null ? context : other;
  }

  /** The span of another tracer that the root is a child of; 0 if there is none. */
  long parentSpanId() {
    return root.parentId();
  }

  /** Whether another process writes that span. */
  boolean isParentRemote() {
    return root.isParentRemote();
  }

  /** As W3C Trace Context has them. */
  byte flags() {
    return context.flags();
  }

  /** As in the {@code tracestate} header. */
  String traceState() {
    return context.state();
  }

  private boolean isSampled() {
    return (context.flags() & SAMPLED) != 0;
  }

  private boolean isJoined() {
    return root.parentId() != NO_SPAN;
  }

  /** When the root begins, in ns since the epoch. */
  long rootStartNs() {
    return rootStartNs;
  }

  /** Time since the epoch in ns of a reading of the nano clock. */
  long epochNs(long nano) {
    return beginEpochNs + (nano - beginNano);
  }

  /**
   * When something of it was last recorded to end, by the nano clock; its begin if nothing was.
   * {@link LastRecorded} may know better. Drain thread only.
   */
  long lastRecorded() {
    return lastRecorded;
  }

  void lastRecorded(long nano) {
    lastRecorded = nano;
  }

  /** How long the run took that ended at that reading of the nano clock. */
  long durationNs(long endNano) {
    return epochNs(endNano) - rootStartNs;
  }

  /** 32 hex digits. */
  String id() {
    String known = id;
    if (known == null) {
      known = hexDigits();
      id = known;
    }
    return known;
  }

  @CompiledApart
  private String hexDigits() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(context.high()) + hex.toHexDigits(context.low());
  }

  void runId(String engineRunId) {
    runId = engineRunId;
  }

  /** The engine's, else the trace's, with the root's span id where others may run in the trace. */
  String runId() {
    String given = runId;
    if (given != null) {
      return given;
    }
    return isJoined() ? id() + "-" + HexFormat.of().toHexDigits(root.spanId()) : id();
  }
}
