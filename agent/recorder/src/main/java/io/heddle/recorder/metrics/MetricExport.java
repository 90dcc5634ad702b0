package io.heddle.recorder.metrics;

import io.heddle.recorder.export.ShownEndpoint;
import io.heddle.recorder.otlp.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sends instruments as OTLP metrics, at intervals and at the end. One thread; only {@link #close}
 * waits.
 */
public final class MetricExport {
  private static final Instrument.Description LOST =
      new Instrument.Description(
          "heddle.agent.metrics_lost", "{request}", "Requests with metrics that did not arrive.");

  private final MetricSettings settings;
  private final List<Instrument> instruments;
  private final MetricWay way;
  private final Courier courier;
  private final long beginNs = epochNs();
  private long lastNs = beginNs;
  private long lastNano = System.nanoTime();

  private MetricExport(
      MetricSettings settings, List<Instrument> instruments, MetricWay way, Courier courier) {
    this.settings = settings;
    this.instruments = instruments;
    this.way = way;
    this.courier = courier;
  }

  /**
   * The export that the settings describe.
   *
   * @param telemetry the {@code otel.*} settings by property name
   * @param problems where lines for the user go
   */
  public static MetricExport of(
      Map<String, String> telemetry,
      MetricWay way,
      List<Instrument> instruments,
      Consumer<String> problems) {
    Courier courier =
        new Courier(
            way,
            reason ->
                problems.accept(
                    "metrics cannot be sent to %s (%s)"
                        .formatted(ShownEndpoint.of(way.endpoint()), reason)));
    List<Instrument> all = new ArrayList<>(instruments);
    all.add(new Counter(LOST, () -> List.of(new Counter.Reading(List.of(), courier.lost()))));
    return new MetricExport(MetricSettings.of(telemetry), all, way, courier);
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

  private Supplier<Verdict> request() {
    long nowNs = Math.max(lastNs + 1, epochNs());
    Period period = new Period(beginNs, lastNs, nowNs);
    lastNs = nowNs;
    lastNano = System.nanoTime();
    return way.request(instruments, period, settings.temporality());
  }
}
