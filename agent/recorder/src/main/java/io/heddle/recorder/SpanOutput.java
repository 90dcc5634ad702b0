package io.heddle.recorder;

import io.heddle.recorder.evidence.Digests;
import io.heddle.recorder.export.Origin;
import io.heddle.recorder.export.Origins;
import io.heddle.recorder.export.SpanExport;
import io.heddle.recorder.self.Counters;
import io.heddle.recorder.self.Log;
import io.heddle.recorder.settings.Settings;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Everything behind the rings. Making it loads the exporter, so it is made when the first record is
 * there. Drain thread only.
 */
final class SpanOutput {
  private static final long CLOSING_METRICS_NS = TimeUnit.MILLISECONDS.toNanos(800);

  private final SpanExport export;
  private final Measurements measurements;
  private final Sampler sampler;

  private SpanOutput(SpanExport export, Measurements measurements, Sampler sampler) {
    this.export = export;
    this.measurements = measurements;
    this.sampler = sampler;
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
    SpanExport export = Exports.of(settings.telemetry(), origin, counters, log);
    return new SpanOutput(
        export,
        SentMeasurements.of(settings.telemetry(), origin, counters, log),
        new Sampler(
            settings.sampling(),
            counters,
            new OutgoingSpans(
                export,
                counters,
                log,
                () -> new SpanWriter(export.spans(), origin, counters, digests(settings)))));
  }

  private static @Nullable Digests digests(Settings settings) {
    String salt = settings.evidence().salt();
    return salt.isEmpty() ? null : new Digests(salt);
  }

  /** A UUID of version 4 (RFC 9562). */
  private static String instanceId(Seeds seeds) {
    long high = (seeds.next() & 0xffff_ffff_ffff_0fffL) | 0x4000;
    long low = (seeds.next() >>> 2) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  /** Takes an execution. */
  void execution(ExecutionRecord record) {
    measurements.add(record);
    sampler.execution(record);
  }

  /** Takes an ended run. */
  void root(Run run, Run.End end) {
    measurements.add(run, end);
    sampler.root(run, end);
  }

  /** Whether the exporter takes one more span; if not, it is discarded. */
  boolean hasRoom() {
    return export.hasRoom();
  }

  /** How many spans the exporter wants to be given now, besides those that are given already. */
  int wanted() {
    return Math.max(0, export.wanted() - sampler.pending());
  }

  /**
   * Sends what is due.
   *
   * @return 0 if there is nothing to do, and nothing waits for room
   */
  int doWork() {
    sampler.send(export.wanted());
    return export.doWork() + measurements.doWork() + sampler.pending();
  }

  /** The end is near. */
  void hurry() {
    export.hurry();
  }

  /**
   * Sends everything; the metrics last, so that they tell what became of the last spans. They have
   * the time that spans left: a first request may have to load its exporter.
   *
   * @param patienceNs longest time that spans may take
   */
  void close(long patienceNs) {
    long begin = System.nanoTime();
    sampler.close();
    export.close(patienceNs);
    long left = patienceNs - (System.nanoTime() - begin);
    measurements.close(Math.max(0, left) + CLOSING_METRICS_NS);
  }
}
