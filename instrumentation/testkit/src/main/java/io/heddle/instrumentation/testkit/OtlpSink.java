package io.heddle.instrumentation.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** An OTLP/HTTP receiver on loopback that keeps every span it is sent. Thread-safe. */
public final class OtlpSink implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private final List<RecordedSpan> spans = new ArrayList<>();
  private final Set<Map<String, Object>> resources = new LinkedHashSet<>();

  private OtlpSink(HttpServer server) {
    this.server = server;
  }

  /** A running sink on a free port. */
  public static OtlpSink start() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    OtlpSink sink = new OtlpSink(HttpServer.create(any, 0));
    sink.server.createContext("/", sink::accept);
    sink.server.setExecutor(sink.threads);
    sink.server.start();
    return sink;
  }

  /** What {@code otel.exporter.otlp.endpoint} shall be. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The spans so far, in the order of arrival. */
  public RecordedSpans spans() {
    synchronized (spans) {
      return new RecordedSpans(List.copyOf(spans));
    }
  }

  /** The different resources that sent spans so far: their attributes by name. */
  public Set<Map<String, Object>> resources() {
    synchronized (spans) {
      return Set.copyOf(resources);
    }
  }

  private void accept(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = body(exchange)) {
      if (exchange.getRequestURI().getPath().equals("/v1/traces")) {
        keep(ExportTraceServiceRequest.parseFrom(body));
      }
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private static InputStream body(HttpExchange exchange) throws IOException {
    InputStream body = exchange.getRequestBody();
    boolean isZipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    return isZipped ? new GZIPInputStream(body) : body;
  }

  private void keep(ExportTraceServiceRequest request) {
    List<RecordedSpan> arrived =
        request.getResourceSpansList().stream()
            .flatMap(resource -> resource.getScopeSpansList().stream())
            .flatMap(scope -> scope.getSpansList().stream())
            .map(RecordedSpan::of)
            .toList();
    synchronized (spans) {
      spans.addAll(arrived);
      request.getResourceSpansList().stream()
          .map(sent -> RecordedSpan.attributes(sent.getResource().getAttributesList()))
          .forEach(resources::add);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
