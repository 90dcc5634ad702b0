package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JaegerJsonTest {
  private static final String TRACE =
      """
      {"traceID":"5f","spans":[
        {"traceID":"5f","spanID":"a1","operationName":"checkout","startTime":1000,"duration":50,
         "processID":"p1","tags":[{"key":"span.kind","type":"string","value":"server"}]},
        {"traceID":"5f","spanID":"a2","operationName":"charge","startTime":1010,"duration":20,
         "references":[{"refType":"CHILD_OF","traceID":"5f","spanID":"a1"}],"processID":"p2",
         "tags":[{"key":"error","type":"bool","value":true},
                 {"key":"retries","type":"int64","value":3}],
         "logs":[{"timestamp":1015,"fields":[{"key":"event","type":"string","value":"declined"}]}]},
        {"traceID":"5f","spanID":"a3","operationName":"mail","startTime":1060,"duration":5,
         "references":[{"refType":"FOLLOWS_FROM","traceID":"5f","spanID":"a1"}],"processID":"p1"}],
       "processes":{"p1":{"serviceName":"shop","tags":[{"key":"hostname","value":"h1"}]},
                    "p2":{"serviceName":"bank","tags":[]}}}
      """;

  @Test
  void trace_becomesSpansWithTheirProcesses() throws IOException {
    Spans spans = read("{\"data\":[" + TRACE + "],\"total\":0,\"errors\":null}");

    assertThat(spans.size()).isEqualTo(3);
    assertThat(spans.traceId(0)).isEqualTo("0000000000000000000000000000005f");
    assertThat(spans.service(0)).isEqualTo("shop");
    assertThat(spans.kind(0)).isEqualTo(2);
    assertThat(spans.startNs(0)).isEqualTo(1_000_000);
    assertThat(spans.endNs(0)).isEqualTo(1_050_000);
    assertThat(spans.service(1)).isEqualTo("bank");
    assertThat(spans.parentSpanId(1)).isEqualTo(0xa1);
    assertThat(spans.status(1)).isEqualTo(Spans.STATUS_ERROR);
    assertThat(spans.attributes().record(spans.record(1)).find(spans.keyNumber("retries")))
        .isEqualTo("3");
  }

  @Test
  void referenceThatIsNoParent_becomesALink() throws IOException {
    Spans spans = read(TRACE);

    LinkCursor link = spans.links().span(2);
    assertThat(spans.parentSpanId(2)).isZero();
    assertThat(link.next()).isTrue();
    assertThat(link.spanId()).isEqualTo(0xa1);
    assertThat(link.attributes().find(spans.keyNumber(JaegerJson.REFERENCE_TYPE)))
        .isEqualTo("follows_from");
    assertThat(link.next()).isFalse();
  }

  @Test
  void logs_becomeEvents() throws IOException {
    Spans spans = read(TRACE);

    EventCursor event = spans.events().span(1);
    assertThat(event.next()).isTrue();
    assertThat(event.timeNs()).isEqualTo(1_015_000);
    assertThat(event.attributes().find(spans.keyNumber("event"))).isEqualTo("declined");
  }

  @Test
  void idsThatAreNoHex_areKeptApartAndFound() throws IOException {
    Spans spans =
        read(
            """
            {"traceID":"T","spans":[{"traceID":"T","spanID":"A"},{"traceID":"T","spanID":"G"},
             {"traceID":"T","spanID":"H",
              "references":[{"refType":"CHILD_OF","traceID":"T","spanID":"G"}]}]}
            """);

    assertThat(spans.spanId(0)).isEqualTo(0xa);
    assertThat(spans.spanId(1)).isNotEqualTo(spans.spanId(2));
    assertThat(spans.parentSpanId(2)).isEqualTo(spans.spanId(1));
    assertThat(spans.traceId(2)).isEqualTo(spans.traceId(0));
  }

  private static Spans read(String json) throws IOException {
    List<Spans> tables = new ArrayList<>();
    TraceReader reader = TraceReader.whole(tables::add);
    reader.read("jaeger", new ByteArrayInputStream(json.getBytes(UTF_8)));
    reader.finish();
    return tables.get(0);
  }
}
