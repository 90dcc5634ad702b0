package io.heddle.recorder;

import io.heddle.recorder.export.Origin;
import io.heddle.recorder.export.Origins;
import io.heddle.recorder.export.SpanExport;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Everything behind the rings. Making it loads the exporter, so it is made when the first record is
 * there. Drain thread only.
 */
final class SpanOutput {
  private static final long CLOSING_NS = TimeUnit.SECONDS.toNanos(4);
  private static final long CLOSING_METRICS_NS = TimeUnit.MILLISECONDS.toNanos(800);

  private final SpanExport export;
  private final Measurements measurements;
  private final Counters counters;
  private final Origin origin;
  private final @Nullable Digests digests;
  private @Nullable SpanWriter writer;

  private SpanOutput(
      SpanExport export,
      Measurements measurements,
      Counters counters,
      Origin origin,
      @Nullable Digests digests) {
    this.export = export;
    this.measurements = measurements;
    this.counters = counters;
    this.origin = origin;
    this.digests = digests;
  }

  /**
   * The output that the settings describe.
   *
   * @param host resource attributes that another tracer of this process sends
   */
  static SpanOutput of(
      Settings settings, Map<String, String> host, Log log, Counters counters, Seeds seeds) {
    String command = System.getProperty("sun.java.command", "");
    Origin origin = Origins.of(settings.telemetry(), host, command, instanceId(seeds));
    return new SpanOutput(
        Exports.of(settings.telemetry(), origin, counters, log),
        SentMeasurements.of(settings.telemetry(), origin, counters, log),
        counters,
        origin,
        digests(settings.evidence().salt()));
  }

  private static @Nullable Digests digests(String salt) {
    return salt.isEmpty() ? null : new Digests(salt);
  }

  /** A UUID of version 4 (RFC 9562). */
  private static String instanceId(Seeds seeds) {
    long high = (seeds.next() & 0xffff_ffff_ffff_0fffL) | 0x4000;
    long low = (seeds.next() >>> 2) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  /** What is measured, whether spans are sent or not. */
  Measurements measurements() {
    return measurements;
  }

  /**
   * Sends what is due.
   *
   * @return how many requests
   */
  int doWork() {
    return export.doWork() + measurements.doWork();
  }

  /** Sends everything; the metrics last, so that they tell what became of the last spans. */
  void close() {
    export.close(CLOSING_NS);
    measurements.close(CLOSING_METRICS_NS);
  }

  /** Sends the span of an execution, or discards it. */
  void execution(ExecutionRecord record) {
    if (export.hasRoom()) {
      writer().execution(record);
    } else {
      counters.discarded(1);
    }
  }

  /** Sends the root span of an ended run, or discards it. */
  void root(Run run, Run.End end) {
    if (export.hasRoom()) {
      writer().root(run, end);
    } else {
      counters.discarded(1);
    }
  }

  private SpanWriter writer() {
    SpanWriter present = writer;
    if (present == null) {
      present = new SpanWriter(export.spans(), origin, counters, digests);
      writer = present;
    }
    return present;
  }
}
