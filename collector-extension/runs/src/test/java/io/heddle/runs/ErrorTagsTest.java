package io.heddle.runs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.otlp.Spans;
import io.heddle.otlp.TraceReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTagsTest {
  @ParameterizedTest
  @CsvSource({
    "java.io.IOException, java.io.IOException",
    "503, 503",
    "java.io.IOException: no route to 10.0.0.7, java.io.IOException",
    "connection refused, connection refused",
    "true, error",
    "'', error"
  })
  void zipkinsTag_namesTheErrorWithoutItsMessage(String tag, String error) throws IOException {
    String span =
        """
        [{"traceId":"1f","id":"a","name":"get","timestamp":1000,"duration":500,
          "localEndpoint":{"serviceName":"shop"},"tags":{"error":"%s"}}]
        """
            .formatted(tag);
    List<Spans> tables = new ArrayList<>();
    TraceReader reader = TraceReader.whole(tables::add);
    reader.read("zipkin", new ByteArrayInputStream(span.getBytes(UTF_8)));
    reader.finish();

    assertThat(new RunAssembler().assemble(tables.get(0)).runs().get(0).root().error())
        .isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource({
    "http.response.status_code, 503, 503",
    "http.status_code, 404, 404",
    "http.status_code, 200, error",
    "http.status_code, 99999999999, error",
    "rpc.grpc.status_code, 14, UNAVAILABLE",
    "rpc.grpc.status_code, 99, 99",
    "rpc.grpc.status_code, 0, error"
  })
  void codeOfAFailedSpan_isItsErrorWhenItIsOne(String key, String code, String error) {
    assertThat(error(new TestSpans(), key, code)).isEqualTo(error);
  }

  @Test
  void typeGoesBeforeTagAndTagBeforeCode() {
    TestSpans spans = new TestSpans();
    spans
        .add("a", "", "get", 0, 10)
        .failed()
        .with("http.status_code", 503)
        .with("error", "timeout");
    spans
        .add("b", "a", "put", 1, 9)
        .failed()
        .with("error", "timeout")
        .with("error.type", "java.net.SocketTimeoutException");

    List<Execution> executions = spans.runs().get(0).executions();

    assertThat(executions)
        .extracting(Execution::error)
        .containsExactly("timeout", "java.net.SocketTimeoutException");
  }

  @Test
  void codeAlone_failsNoSpan() {
    TestSpans spans = new TestSpans();
    spans.add("a", "", "get", 0, 10).with("http.response.status_code", 404);

    assertThat(spans.runs().get(0).root().error()).isNull();
  }

  private static @Nullable String error(TestSpans spans, String key, String code) {
    spans.add("a", "", "get", 0, 10).failed().with(key, code);
    return spans.runs().get(0).root().error();
  }
}
