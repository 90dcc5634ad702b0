package io.heddle.recorder;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.heddle.recorder.settings.Settings;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A collector on loopback that keeps what it is sent. */
final class OtlpSink implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<ExportTraceServiceRequest> requests = new CopyOnWriteArrayList<>();
  private final List<ExportMetricsServiceRequest> metrics = new CopyOnWriteArrayList<>();
  private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile byte[] answer = {};
  private volatile int status = 200;

  private OtlpSink(HttpServer server) {
    this.server = server;
  }

  static OtlpSink start() {
    return startAt(0);
  }

  static OtlpSink startAt(int port) {
    OtlpSink sink = new OtlpSink(server(port));
    sink.server.setExecutor(sink.threads);
    sink.server.createContext("/", sink::take);
    sink.server.start();
    return sink;
  }

  private static HttpServer server(int port) {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /**
   * A recorder that sends to this sink.
   *
   * @param settings names and values in turn
   */
  Recorder recorder(String... settings) {
    Map<String, String> values = new HashMap<>();
    values.put("otel.exporter.otlp.endpoint", endpoint());
    for (int i = 0; i < settings.length; i += 2) {
      values.put(settings[i], settings[i + 1]);
    }
    return Recorder.create(Settings.of(values));
  }

  /** Answers nobody until {@link #release}. */
  void hold() {
    gate = new CountDownLatch(1);
  }

  void release() {
    gate.countDown();
  }

  private void take(HttpExchange exchange) throws IOException {
    awaitGate();
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    InputStream body = exchange.getRequestBody();
    keep(exchange, zipped ? new GZIPInputStream(body) : body);
    exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private void awaitGate() {
    try {
      gate.await();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep(HttpExchange exchange, InputStream body) throws IOException {
    if (exchange.getRequestURI().getPath().endsWith("/metrics")) {
      metrics.add(ExportMetricsServiceRequest.parseFrom(body));
    } else {
      headers.add(Map.copyOf(exchange.getRequestHeaders()));
      requests.add(ExportTraceServiceRequest.parseFrom(body));
    }
  }

  /** Requests for metrics, in the order of arrival. */
  List<ExportMetricsServiceRequest> metrics() {
    return metrics;
  }

  void answer(int newStatus, byte... body) {
    status = newStatus;
    answer = body;
  }

  int port() {
    return server.getAddress().getPort();
  }

  String endpoint() {
    return "http://localhost:" + port();
  }

  List<Span> spans() {
    return requests.stream()
        .flatMap(request -> request.getResourceSpansList().stream())
        .flatMap(spans -> spans.getScopeSpansList().stream())
        .flatMap(spans -> spans.getSpansList().stream())
        .toList();
  }

  Span span(String name) {
    List<Span> found = spans().stream().filter(span -> span.getName().equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " spans named " + name);
    }
    return found.get(0);
  }

  Resource resource() {
    return requests.get(0).getResourceSpans(0).getResource();
  }

  int requestCount() {
    return requests.size();
  }

  List<Map<String, List<String>>> headers() {
    return headers;
  }

  static Map<String, Object> attributes(List<KeyValue> pairs) {
    return pairs.stream()
        .collect(Collectors.toMap(KeyValue::getKey, pair -> plain(pair.getValue())));
  }

  private static Object plain(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case INT_VALUE -> value.getIntValue();
      case DOUBLE_VALUE -> value.getDoubleValue();
      case BOOL_VALUE -> value.getBoolValue();
      case ARRAY_VALUE ->
          Stream.of(value.getArrayValue().getValuesList())
              .flatMap(List::stream)
              .map(OtlpSink::plain)
              .toList();
      default -> throw new AssertionError(value);
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
