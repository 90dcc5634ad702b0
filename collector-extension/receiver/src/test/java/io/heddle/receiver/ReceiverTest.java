package io.heddle.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.rpc.Status;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ReceiverTest {
  private static final String TYPE = "content-type";
  private static final String PROTOBUF = "application/x-protobuf";

  @Test
  void spansTheSinkRejects_arePartialSuccess() throws Exception {
    Sink sink = (body, encoding) -> new Receipt(2, 3, "span id is all zeros");
    try (Loopback loopback = new Loopback(sink, Limits.DEFAULT)) {
      HttpResponse<byte[]> answer = loopback.post(Requests.span("x"), TYPE, PROTOBUF);
      ExportTraceServiceResponse response = ExportTraceServiceResponse.parseFrom(answer.body());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(response.getPartialSuccess().getRejectedSpans()).isEqualTo(3);
      assertThat(response.getPartialSuccess().getErrorMessage()).isEqualTo("span id is all zeros");
      assertThat(loopback.receiver().counts().spans()).isEqualTo(2);
      assertThat(loopback.receiver().counts().rejectedSpans()).isEqualTo(3);
    }
  }

  @Test
  void partialSuccessInJson_writesCountsAsText() throws Exception {
    Sink sink = (body, encoding) -> new Receipt(2, 3, "why");
    try (Loopback loopback = new Loopback(sink, Limits.DEFAULT)) {
      HttpResponse<byte[]> answer = loopback.post(new byte[] {'{', '}'}, TYPE, "application/json");
      assertThat(new String(answer.body(), StandardCharsets.UTF_8))
          .isEqualTo("{\"partialSuccess\":{\"rejectedSpans\":\"3\",\"errorMessage\":\"why\"}}");
    }
  }

  @Test
  void defectOfTheSink_isAnInternalErrorAndTheNextRequestIsTaken() throws Exception {
    Sink sink =
        (body, encoding) -> {
          if (body.length == 0) {
            throw new IllegalStateException("defect");
          }
          return Receipt.of(1);
        };
    try (Loopback loopback = new Loopback(sink, Limits.DEFAULT)) {
      assertThat(loopback.post(new byte[0], TYPE, PROTOBUF).statusCode()).isEqualTo(500);
      assertThat(loopback.post(Requests.span("x"), TYPE, PROTOBUF).statusCode()).isEqualTo(200);
      assertThat(loopback.receiver().counts().refused(Refusal.FAILED)).isEqualTo(1);
    }
  }

  @Test
  void moreThanMayWait_isAskedToRetry() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch entered = new CountDownLatch(1);
    Sink slow =
        (body, encoding) -> {
          entered.countDown();
          awaitQuietly(release);
          return Receipt.of(1);
        };
    Limits small = new Limits(1000, 1500, Duration.ofSeconds(7));
    try (Loopback loopback = new Loopback(slow, small)) {
      CompletableFuture<Integer> first =
          CompletableFuture.supplyAsync(() -> postStatus(loopback, new byte[1000]));
      assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
      HttpResponse<byte[]> second = loopback.post(new byte[1000], TYPE, PROTOBUF);
      assertThat(second.statusCode()).isEqualTo(429);
      assertThat(second.headers().firstValue("retry-after")).contains("7");
      assertThat(Status.parseFrom(second.body()).getMessage()).contains("1500 bytes");
      release.countDown();
      assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(200);
      assertThat(loopback.post(new byte[1000], TYPE, PROTOBUF).statusCode()).isEqualTo(200);
      assertThat(loopback.receiver().counts().refused(Refusal.BUSY)).isEqualTo(1);
    }
  }

  @Test
  void metrics_areCountedAndTheSenderIsToldHowToStop() throws Exception {
    ProtobufSink sink = new ProtobufSink();
    try (Loopback loopback = new Loopback(sink, Limits.DEFAULT)) {
      HttpResponse<byte[]> answer = loopback.post("/v1/metrics", new byte[9], TYPE, PROTOBUF);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(
              ExportMetricsServiceResponse.parseFrom(answer.body())
                  .getPartialSuccess()
                  .getErrorMessage())
          .contains("OTEL_METRICS_EXPORTER=none");
      assertThat(loopback.receiver().counts().ignored(Signal.METRICS)).isEqualTo(1);
      assertThat(sink.names()).isEmpty();
    }
  }

  @Test
  void takenPort_isNamed() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      ReceiverSettings settings = ReceiverSettings.DEFAULT.withPorts(0, other.getLocalPort());
      assertThatThrownBy(() -> Receiver.start(settings, (body, encoding) -> Receipt.of(0)))
          .isInstanceOf(PortInUse.class)
          .hasMessageContaining("port " + other.getLocalPort() + " on 127.0.0.1");
    }
  }

  private static int postStatus(Loopback loopback, byte[] body) {
    try {
      return loopback.post(body, TYPE, PROTOBUF).statusCode();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
