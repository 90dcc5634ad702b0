package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class OtlpJsonTest {
  @Test
  void anyRequestInAnySpelling_givesTheSpansOfTheGeneratedClasses() throws IOException {
    for (long seed = 0; seed < 500; seed++) {
      ExportTraceServiceRequest request = new RandomRequests(seed).request();
      byte[] json = new OtlpJsonText(seed).of(request).getBytes(UTF_8);

      assertThat(SpanTexts.of(OtlpJson.read(json)))
          .as("seed %d", seed)
          .isEqualTo(SpanTexts.of(request));
    }
  }

  @Test
  void idsInBase64_areReadAsProtobufsOwnJsonWritesThem() throws IOException {
    Spans spans =
        OtlpJson.read(
            """
            {"resourceSpans":[{"scopeSpans":[{"spans":[
             {"traceId":"AAECAwQFBgcICQoLDA0ODw==","spanId":"AAECAwQFBgc="}]}]}]}
            """
                .getBytes(UTF_8));

    assertThat(spans.traceId(0)).isEqualTo("000102030405060708090a0b0c0d0e0f");
    assertThat(spans.spanId(0)).isEqualTo(0x0001020304050607L);
  }

  @Test
  void malformedId_namesTheByte() {
    String request = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"xx\"}]}]}]}";
    assertThatThrownBy(() -> OtlpJson.read(request.getBytes(UTF_8)))
        .isInstanceOf(TraceFormatException.class)
        .hasMessage("malformed id \"xx\" at byte " + request.indexOf("\"xx\""));
  }

  @Test
  void malformedDocument_namesTheByte() {
    assertThatThrownBy(() -> OtlpJson.read("{\"resourceSpans\":[}".getBytes(UTF_8)))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageMatching("malformed JSON at byte \\d+: .*");
  }

  @Test
  void numberThatIsNone_namesTheField() {
    String json =
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"startTimeUnixNano\":\"soon\"}]}]}]}";

    assertThatThrownBy(() -> OtlpJson.read(json.getBytes(UTF_8)))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageContaining("startTimeUnixNano")
        .hasMessageContaining("at byte");
  }
}
