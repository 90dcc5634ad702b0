package io.heddle.recorder;

import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What all spans of a run share, nested workflows included: ids and the anchor that turns {@link
 * System#nanoTime()} into time since the epoch. Thread-safe.
 */
final class Trace {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final Workflow workflow;
  private final long high;
  private final long low;
  private final long rootSpanId;
  private final long beginNano;
  private final long beginEpochNs;
  private volatile @Nullable String id;
  private volatile @Nullable String runId;

  /**
   * @param workflow of the root
   * @param high random bits of a stream of their own
   * @param ids the other random bits
   */
  Trace(Workflow workflow, long high, SpanIds ids) {
    this.workflow = workflow;
    this.high = high;
    this.low = ids.next();
    this.rootSpanId = ids.next();
    Instant now = Instant.now();
    this.beginNano = System.nanoTime();
    this.beginEpochNs = now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
  }

  Workflow workflow() {
    return workflow;
  }

  long rootSpanId() {
    return rootSpanId;
  }

  long beginNano() {
    return beginNano;
  }

  /** Time since the epoch in ns of a reading of the nano clock. */
  long epochNs(long nano) {
    return beginEpochNs + (nano - beginNano);
  }

  /** 32 hex digits. */
  String id() {
    String known = id;
    if (known == null) {
      HexFormat hex = HexFormat.of();
      known = hex.toHexDigits(high) + hex.toHexDigits(low);
      id = known;
    }
    return known;
  }

  void runId(String engineRunId) {
    runId = engineRunId;
  }

  String runId() {
    String given = runId;
    return given == null ? id() : given;
  }
}
