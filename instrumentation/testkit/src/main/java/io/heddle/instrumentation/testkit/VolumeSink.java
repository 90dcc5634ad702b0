package io.heddle.instrumentation.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** An OTLP/HTTP receiver on loopback that keeps sums and no span: for millions. Thread-safe. */
public final class VolumeSink implements AutoCloseable {
  private static final double NANOS = 1e9;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong spans = new AtomicLong();
  private final AtomicLong durationNs = new AtomicLong();
  private volatile ExportMetricsServiceRequest metrics =
      ExportMetricsServiceRequest.getDefaultInstance();

  private VolumeSink(HttpServer server) {
    this.server = server;
  }

  /** A running sink on a free port. */
  public static VolumeSink start() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    VolumeSink sink = new VolumeSink(HttpServer.create(any, 0));
    sink.server.createContext("/", sink::accept);
    sink.server.setExecutor(sink.threads);
    sink.server.start();
    return sink;
  }

  /** The JVM option that has a program send here. */
  public String option() {
    return "-Dotel.exporter.otlp.endpoint=http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Bytes of all requests. */
  public long bytes() {
    return bytes.get();
  }

  /** How many spans arrived. */
  public long spans() {
    return spans.get();
  }

  /** The durations of all spans that arrived, in ns. */
  public long durationNs() {
    return durationNs.get();
  }

  /** The counts of all series of that histogram, as they were told last. */
  public long count(String histogram) {
    return points(histogram).stream().mapToLong(ExponentialHistogramDataPoint::getCount).sum();
  }

  /** The sums of all series of that histogram of seconds, in ns, as they were told last. */
  public long sumNs(String histogram) {
    return points(histogram).stream().mapToLong(point -> Math.round(point.getSum() * NANOS)).sum();
  }

  private List<ExponentialHistogramDataPoint> points(String histogram) {
    return metrics.getResourceMetricsList().stream()
        .flatMap(resource -> resource.getScopeMetricsList().stream())
        .flatMap(scope -> scope.getMetricsList().stream())
        .filter(metric -> metric.getName().equals(histogram))
        .map(Metric::getExponentialHistogram)
        .flatMap(points -> points.getDataPointsList().stream())
        .toList();
  }

  private void accept(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      bytes.addAndGet(body.length);
      if (exchange.getRequestURI().getPath().equals("/v1/metrics")) {
        metrics = ExportMetricsServiceRequest.parseFrom(body);
      } else {
        count(ExportTraceServiceRequest.parseFrom(body));
      }
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private void count(ExportTraceServiceRequest request) {
    request.getResourceSpansList().stream()
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .flatMap(scope -> scope.getSpansList().stream())
        .forEach(this::count);
  }

  private void count(Span span) {
    spans.incrementAndGet();
    durationNs.addAndGet(span.getEndTimeUnixNano() - span.getStartTimeUnixNano());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
