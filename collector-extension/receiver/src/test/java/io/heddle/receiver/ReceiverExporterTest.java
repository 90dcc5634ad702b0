package io.heddle.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exporters that everybody uses, against both ports. */
final class ReceiverExporterTest {
  private final ProtobufSink sink = new ProtobufSink();
  private Loopback loopback;

  @BeforeEach
  void start() throws Exception {
    loopback = new Loopback(sink, Limits.DEFAULT);
  }

  @AfterEach
  void stop() {
    loopback.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip"})
  void grpcExporter_isTaken(String compression) {
    export(
        OtlpGrpcSpanExporter.builder()
            .setEndpoint(loopback.grpc())
            .setCompression(compression)
            .build());
    assertTaken();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip"})
  void httpExporter_isTaken(String compression) {
    export(
        OtlpHttpSpanExporter.builder()
            .setEndpoint(loopback.http() + "/v1/traces")
            .setCompression(compression)
            .build());
    assertTaken();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip"})
  void exporterOnTheOtherPort_isTaken(String compression) {
    export(
        OtlpGrpcSpanExporter.builder()
            .setEndpoint(loopback.http())
            .setCompression(compression)
            .build());
    assertTaken();
  }

  private void export(SpanExporter exporter) {
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build()) {
      provider.get("test").spanBuilder("draft reply").startSpan().end();
      assertThat(provider.forceFlush().join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
    }
  }

  private void assertTaken() {
    assertThat(sink.names()).containsExactly("draft reply");
    assertThat(loopback.receiver().counts().spans()).isEqualTo(1);
    assertThat(loopback.receiver().counts().refused()).isEmpty();
  }
}
