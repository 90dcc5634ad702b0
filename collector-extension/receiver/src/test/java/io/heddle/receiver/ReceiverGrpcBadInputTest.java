package io.heddle.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.RequestHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same over gRPC, down to frames that are none. */
final class ReceiverGrpcBadInputTest {
  private static final String EXPORT =
      "/opentelemetry.proto.collector.trace.v1.TraceService/Export";
  private static final int MIB = 1 << 20;
  private final ProtobufSink sink = new ProtobufSink();
  private Loopback loopback;
  private WebClient client;

  @BeforeEach
  void start() throws Exception {
    loopback = new Loopback(sink, Limits.DEFAULT);
    client = WebClient.of("h2c://127.0.0.1:" + loopback.receiver().grpcPort());
  }

  @AfterEach
  void takesTheNextRequestAndStops() {
    assertThat(status(call(EXPORT, Requests.frame(false, Requests.span("after"))))).isEqualTo("0");
    assertThat(sink.names()).contains("after");
    loopback.close();
  }

  @Test
  void truncatedMessage_isInvalidArgumentAndNamesTheByte() {
    byte[] whole = Requests.span("cut off");
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    AggregatedHttpResponse answer = call(EXPORT, Requests.frame(false, half));
    assertThat(status(answer)).isEqualTo("3");
    assertThat(message(answer)).contains("byte " + half.length);
    assertRefusedOnce(Refusal.MALFORMED);
  }

  @Test
  void hundredMegabytes_areResourceExhausted() {
    AggregatedHttpResponse answer = call(EXPORT, Requests.frame(false, new byte[100 * MIB]));
    assertThat(status(answer)).isEqualTo("8");
    assertThat(message(answer)).contains(String.valueOf(64 * MIB));
    assertRefusedOnce(Refusal.TOO_LARGE);
  }

  @Test
  void gzipBomb_isResourceExhausted() throws Exception {
    AggregatedHttpResponse answer =
        call(EXPORT, Requests.frame(true, Requests.gzip(new byte[100 * MIB])));
    assertThat(status(answer)).isEqualTo("8");
    assertRefusedOnce(Refusal.TOO_LARGE);
  }

  @Test
  void brokenGzip_isInvalidArgument() {
    AggregatedHttpResponse answer = call(EXPORT, Requests.frame(true, new byte[] {1, 2, 3}));
    assertThat(status(answer)).isEqualTo("3");
    assertRefusedOnce(Refusal.MALFORMED);
  }

  @Test
  void frameCutOff_isInvalidArgument() {
    byte[] whole = Requests.frame(false, Requests.span("cut off"));
    AggregatedHttpResponse answer = call(EXPORT, java.util.Arrays.copyOf(whole, 8));
    assertThat(status(answer)).isEqualTo("3");
    assertRefusedOnce(Refusal.MALFORMED);
  }

  private AggregatedHttpResponse call(String path, byte[] frame) {
    RequestHeaders headers =
        RequestHeaders.builder(HttpMethod.POST, path)
            .add("content-type", "application/grpc")
            .add("grpc-encoding", "gzip")
            .add("te", "trailers")
            .build();
    return client.blocking().execute(headers, frame);
  }

  private static String status(AggregatedHttpResponse answer) {
    return answer.trailers().get("grpc-status", answer.headers().get("grpc-status", "none"));
  }

  private static String message(AggregatedHttpResponse answer) {
    return answer.trailers().get("grpc-message", answer.headers().get("grpc-message", "none"));
  }

  private void assertRefusedOnce(Refusal refusal) {
    ReceiverCounts counts = loopback.receiver().counts();
    assertThat(counts.refused(refusal)).isEqualTo(1);
    assertThat(counts.refused().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(1);
    assertThat(counts.requests()).isZero();
  }
}
