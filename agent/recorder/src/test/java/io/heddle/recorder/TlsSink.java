package io.heddle.recorder;

import com.google.protobuf.InvalidProtocolBufferException;
import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.SessionProtocol;
import com.linecorp.armeria.common.TlsKeyPair;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.Server;
import io.netty.handler.ssl.ClientAuth;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A collector on loopback over https, which takes nothing from those it does not know. */
final class TlsSink implements AutoCloseable {
  private final TlsKeyPair own = TlsKeyPair.ofSelfSigned("localhost");
  private final TlsKeyPair sender = TlsKeyPair.ofSelfSigned("sender");
  private final List<String> spans = new CopyOnWriteArrayList<>();
  private final List<String> metrics = new CopyOnWriteArrayList<>();

  /** Takes a message. */
  private interface Taking {
    void take(byte[] message) throws InvalidProtocolBufferException;
  }

  private final Server server =
      Server.builder()
          .localPort(0, SessionProtocol.HTTPS)
          .tls(own)
          .tlsCustomizer(
              tls -> tls.clientAuth(ClientAuth.REQUIRE).trustManager(sender.certificateChain()))
          .service("/v1/traces", taking(this::takeSpans))
          .service("/v1/metrics", taking(this::takeMetrics))
          .build();

  private TlsSink() {}

  static TlsSink start() {
    TlsSink sink = new TlsSink();
    sink.server.start().join();
    return sink;
  }

  private static HttpService taking(Taking taking) {
    return (context, request) ->
        HttpResponse.of(request.aggregate().thenApply(whole -> taken(taking, whole)));
  }

  private static HttpResponse taken(Taking taking, AggregatedHttpRequest request) {
    try {
      taking.take(request.content().array());
      return HttpResponse.of(HttpStatus.OK, MediaType.PROTOBUF, HttpData.empty());
    } catch (InvalidProtocolBufferException malformed) {
      return HttpResponse.of(HttpStatus.BAD_REQUEST);
    }
  }

  private void takeSpans(byte[] message) throws InvalidProtocolBufferException {
    ExportTraceServiceRequest.parseFrom(message).getResourceSpansList().stream()
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .flatMap(scope -> scope.getSpansList().stream())
        .map(Span::getName)
        .forEach(spans::add);
  }

  private void takeMetrics(byte[] message) throws InvalidProtocolBufferException {
    ExportMetricsServiceRequest.parseFrom(message).getResourceMetricsList().stream()
        .flatMap(resource -> resource.getScopeMetricsList().stream())
        .flatMap(scope -> scope.getMetricsList().stream())
        .map(Metric::getName)
        .forEach(metrics::add);
  }

  /** What makes both sides know each other, by files in that folder. */
  Map<String, String> acquaintance(Path folder) throws IOException {
    return Map.of(
        "otel.exporter.otlp.certificate",
        pem(folder.resolve("collector.pem"), "CERTIFICATE", encoded(own)),
        "otel.exporter.otlp.client.certificate",
        pem(folder.resolve("sender.pem"), "CERTIFICATE", encoded(sender)),
        "otel.exporter.otlp.client.key",
        pem(folder.resolve("sender-key.pem"), "PRIVATE KEY", sender.privateKey().getEncoded()));
  }

  private static byte[] encoded(TlsKeyPair pair) throws IOException {
    try {
      return pair.certificateChain().get(0).getEncoded();
    } catch (CertificateEncodingException broken) {
      throw new IOException(broken);
    }
  }

  private static String pem(Path file, String kind, byte[] content) throws IOException {
    return Files.writeString(
            file,
            "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(kind, Base64.getMimeEncoder().encodeToString(content), kind))
        .toString();
  }

  /** Names of the spans that arrived. */
  List<String> spans() {
    return spans;
  }

  /** Names of the metrics that arrived, once for each request. */
  List<String> metrics() {
    return metrics;
  }

  String endpoint() {
    return "https://localhost:" + server.activeLocalPort();
  }

  @Override
  public void close() {
    server.stop().join();
  }
}
