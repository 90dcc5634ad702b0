package io.heddle.endtoend;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpHeaders;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.SessionProtocol;
import com.linecorp.armeria.server.Server;
import io.heddle.instrumentation.testkit.OtlpSink;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes OTLP over gRPC for a sink that only knows HTTP; metrics are counted. */
final class GrpcFront implements AutoCloseable {
  private static final String SERVICES = "/opentelemetry.proto.collector.";

  /** A flag and a length stand before each message. */
  private static final int FRAME = 5;

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger metrics = new AtomicInteger();
  private final OtlpSink sink;
  private final Server server;

  private GrpcFront(OtlpSink sink) {
    this.sink = sink;
    this.server =
        Server.builder()
            .localPort(0, SessionProtocol.HTTP)
            .service(
                SERVICES + "trace.v1.TraceService/Export",
                (context, request) ->
                    HttpResponse.of(request.aggregate().thenCompose(this::forwarded)))
            .service(
                SERVICES + "metrics.v1.MetricsService/Export",
                (context, request) -> HttpResponse.of(request.aggregate().thenApply(this::counted)))
            .build();
  }

  static GrpcFront of(OtlpSink sink) {
    GrpcFront front = new GrpcFront(sink);
    front.server.start().join();
    return front;
  }

  private CompletableFuture<HttpResponse> forwarded(AggregatedHttpRequest request) {
    byte[] framed = request.content().array();
    HttpRequest plain =
        HttpRequest.newBuilder(URI.create(sink.endpoint() + "/v1/traces"))
            .POST(BodyPublishers.ofByteArray(framed, FRAME, framed.length - FRAME))
            .build();
    return http.sendAsync(plain, BodyHandlers.discarding()).thenApply(answer -> taken());
  }

  private HttpResponse counted(AggregatedHttpRequest request) {
    metrics.incrementAndGet();
    return taken();
  }

  private static HttpResponse taken() {
    return HttpResponse.of(
        ResponseHeaders.of(HttpStatus.OK, HttpHeaderNames.CONTENT_TYPE, "application/grpc+proto"),
        HttpData.wrap(new byte[FRAME]),
        HttpHeaders.of("grpc-status", 0));
  }

  /** How many requests with metrics came. */
  int metrics() {
    return metrics.get();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.activeLocalPort();
  }

  @Override
  public void close() {
    server.stop().join();
  }
}
