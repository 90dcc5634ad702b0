package io.heddle.recorder;

import com.google.protobuf.InvalidProtocolBufferException;
import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpHeaders;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.SessionProtocol;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.Server;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A collector on loopback for gRPC; of what it is sent it keeps metrics, over HTTP as well. */
public final class GrpcSink implements AutoCloseable {
  private static final String SERVICES = "/opentelemetry.proto.collector.";

  /** A flag and a length stand before each message. */
  private static final int FRAME = 5;

  private final List<ExportMetricsServiceRequest> metrics = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile int status;

  private final Server server =
      Server.builder()
          .localPort(0, SessionProtocol.HTTP)
          .service(SERVICES + "metrics.v1.MetricsService/Export", aggregated(this::overGrpc))
          .service(SERVICES + "trace.v1.TraceService/Export", aggregated(request -> answer(0)))
          .service("/v1/metrics", aggregated(this::overHttp))
          .build();

  private GrpcSink() {}

  public static GrpcSink start() {
    GrpcSink sink = new GrpcSink();
    sink.server.start().join();
    return sink;
  }

  private static HttpService aggregated(Function<AggregatedHttpRequest, HttpResponse> take) {
    return (context, request) -> HttpResponse.of(request.aggregate().thenApply(take));
  }

  private HttpResponse overGrpc(AggregatedHttpRequest request) {
    int answered = status;
    if (answered == 0) {
      byte[] body = request.content().array();
      keep(ByteBuffer.wrap(body, FRAME, body.length - FRAME));
    } else {
      refusals.incrementAndGet();
    }
    return answer(answered);
  }

  private HttpResponse overHttp(AggregatedHttpRequest request) {
    keep(ByteBuffer.wrap(request.content().array()));
    return HttpResponse.of(HttpStatus.OK);
  }

  private void keep(ByteBuffer message) {
    try {
      metrics.add(ExportMetricsServiceRequest.parseFrom(message));
    } catch (InvalidProtocolBufferException malformed) {
      throw new AssertionError(malformed);
    }
  }

  private static HttpResponse answer(int status) {
    return HttpResponse.of(
        ResponseHeaders.of(HttpStatus.OK, HttpHeaderNames.CONTENT_TYPE, "application/grpc+proto"),
        HttpData.wrap(new byte[FRAME]),
        HttpHeaders.of("grpc-status", status));
  }

  /** Answers metrics with that gRPC status from now on. */
  public void answerWith(int grpcStatus) {
    status = grpcStatus;
  }

  /** How many requests with metrics were answered with another status than 0. */
  public int refusals() {
    return refusals.get();
  }

  /** Requests for metrics that it took, in the order of arrival. */
  public List<ExportMetricsServiceRequest> metrics() {
    return metrics;
  }

  public String endpoint() {
    return "http://127.0.0.1:" + server.activeLocalPort();
  }

  @Override
  public void close() {
    server.stop().join();
  }
}
