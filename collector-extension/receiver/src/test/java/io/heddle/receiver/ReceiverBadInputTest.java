package io.heddle.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.Status;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each wrong request gets a clear answer and is counted, and the next right one is taken. */
final class ReceiverBadInputTest {
  private static final String TYPE = "content-type";
  private static final String PROTOBUF = "application/x-protobuf";
  private static final int MIB = 1 << 20;
  private final ProtobufSink sink = new ProtobufSink();
  private Loopback loopback;

  @BeforeEach
  void start() throws Exception {
    loopback = new Loopback(sink, Limits.DEFAULT);
  }

  @AfterEach
  void takesTheNextRequestAndStops() throws Exception {
    HttpResponse<byte[]> answer = loopback.post(Requests.span("after"), TYPE, PROTOBUF);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(sink.names()).contains("after");
    loopback.close();
  }

  @Test
  void truncatedProtobuf_isMalformedAndNamesTheByte() throws Exception {
    byte[] whole = Requests.span("cut off");
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    HttpResponse<byte[]> answer = loopback.post(half, TYPE, PROTOBUF);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue(TYPE)).contains(PROTOBUF);
    assertThat(Status.parseFrom(answer.body()).getMessage()).contains("byte " + half.length);
    assertRefusedOnce(Refusal.MALFORMED);
  }

  @Test
  void malformedJson_isAnsweredInJson() throws Exception {
    HttpResponse<byte[]> answer =
        loopback.post(bytes("{\"resourceSpans\":["), TYPE, "application/json");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue(TYPE))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    assertThat(text(answer)).startsWith("{\"code\":3,\"message\":\"");
    assertRefusedOnce(Refusal.MALFORMED);
  }

  @Test
  void wrongContentType_namesTheRightOnes() throws Exception {
    HttpResponse<byte[]> answer = loopback.post(Requests.span("x"), TYPE, "text/plain");
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(text(answer)).contains("text/plain", "application/x-protobuf", "application/json");
    assertRefusedOnce(Refusal.MEDIA_TYPE);
  }

  @Test
  void unknownCompression_namesTheRightOne() throws Exception {
    HttpResponse<byte[]> answer =
        loopback.post(Requests.span("x"), TYPE, PROTOBUF, "content-encoding", "zstd");
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(Status.parseFrom(answer.body()).getMessage()).contains("zstd", "gzip");
    assertRefusedOnce(Refusal.MEDIA_TYPE);
  }

  @Test
  void hundredMegabytes_areTooLargeAndNameTheLimit() throws Exception {
    HttpResponse<byte[]> answer = loopback.post(new byte[100 * MIB], TYPE, PROTOBUF);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(Status.parseFrom(answer.body()).getMessage())
        .contains(String.valueOf(100 * MIB), String.valueOf(64 * MIB));
    assertRefusedOnce(Refusal.TOO_LARGE);
  }

  @Test
  void gzipBomb_isTooLarge() throws Exception {
    byte[] bomb = Requests.gzip(new byte[100 * MIB]);
    HttpResponse<byte[]> answer = loopback.post(bomb, TYPE, PROTOBUF, "content-encoding", "gzip");
    assertThat(bomb.length).isLessThan(MIB);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertRefusedOnce(Refusal.TOO_LARGE);
  }

  @Test
  void brokenGzip_isMalformed() throws Exception {
    byte[] packed = Requests.gzip(Requests.span("x"));
    HttpResponse<byte[]> answer =
        loopback.post(
            Arrays.copyOf(packed, packed.length - 9), TYPE, PROTOBUF, "content-encoding", "gzip");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Status.parseFrom(answer.body()).getMessage()).contains("gzip");
    assertRefusedOnce(Refusal.MALFORMED);
  }

  @Test
  void bytesThatAreNoHttp_areCounted() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", loopback.receiver().httpPort())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(bytes("garbage garbage garbage\r\n\r\n"));
      out.flush();
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("400");
    }
    assertRefusedOnce(Refusal.MALFORMED);
  }

  @Test
  void emptyRequest_isFine() throws Exception {
    HttpResponse<byte[]> answer = loopback.post(new byte[0], TYPE, PROTOBUF);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ExportTraceServiceResponse.parseFrom(answer.body()).hasPartialSuccess()).isFalse();
  }

  private void assertRefusedOnce(Refusal refusal) {
    ReceiverCounts counts = loopback.receiver().counts();
    assertThat(counts.refused(refusal)).isEqualTo(1);
    assertThat(counts.refused().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(1);
    assertThat(counts.requests()).isZero();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
