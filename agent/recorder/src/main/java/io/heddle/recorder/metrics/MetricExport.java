package io.heddle.recorder.metrics;

import io.heddle.recorder.export.Origin;
import io.heddle.recorder.otlp.Destination;
import io.heddle.recorder.otlp.Envelope;
import io.heddle.recorder.otlp.OtlpClient;
import io.heddle.recorder.otlp.Payload;
import io.heddle.recorder.otlp.Signal;
import io.heddle.recorder.protobuf.ProtobufWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends instruments as OTLP metrics over HTTP, at intervals and at the end. One thread; only {@link
 * #close} waits.
 */
public final class MetricExport {
  private static final Instrument.Description LOST =
      new Instrument.Description(
          "heddle.agent.metrics_lost", "{request}", "Requests with metrics that did not arrive.");

  private final MetricSettings settings;
  private final List<Instrument> instruments;
  private final Envelope envelope;
  private final Courier courier;
  private final ProtobufWriter out = new ProtobufWriter(4096);
  private final long beginNs = epochNs();
  private long lastNs = beginNs;
  private long lastNano = System.nanoTime();

  private MetricExport(
      MetricSettings settings, List<Instrument> instruments, Envelope envelope, Courier courier) {
    this.settings = settings;
    this.instruments = instruments;
    this.envelope = envelope;
    this.courier = courier;
  }

  /**
   * The export that the settings describe.
   *
   * @param telemetry the {@code otel.*} settings by property name
   * @param problems where lines for the user go
   * @throws IllegalArgumentException when they ask for what is not done here; its message says what
   */
  public static MetricExport of(
      Map<String, String> telemetry,
      Origin origin,
      List<Instrument> instruments,
      Consumer<String> problems) {
    Destination destination = Destination.of(telemetry, Signal.METRICS);
    Courier courier =
        new Courier(
            new OtlpClient(destination),
            reason ->
                problems.accept(
                    "metrics cannot be sent to %s (%s)".formatted(destination.endpoint(), reason)));
    List<Instrument> all = new ArrayList<>(instruments);
    all.add(new Counter(LOST, () -> List.of(new Counter.Reading(List.of(), courier.lost()))));
    return new MetricExport(MetricSettings.of(telemetry), all, new Envelope(origin), courier);
  }

  private static long epochNs() {
    Instant now = Instant.now();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }

  /**
   * Sends what is due.
   *
   * @return how many requests
   */
  public int doWork() {
    if (System.nanoTime() - lastNano < settings.intervalNs() || !courier.isIdle()) {
      return 0;
    }
    courier.send(request());
    return 1;
  }

  /** Sends the last numbers. */
  public void close(long patienceNs) {
    courier.close(request(), patienceNs);
  }

  private Payload request() {
    long nowNs = Math.max(lastNs + 1, epochNs());
    MetricEncoder.Period period = new MetricEncoder.Period(beginNs, lastNs, nowNs);
    envelope.open(out);
    MetricEncoder encoder = new MetricEncoder(out, period, settings.temporality());
    instruments.forEach(encoder::write);
    lastNs = nowNs;
    lastNano = System.nanoTime();
    return envelope.seal(out).copy();
  }
}
