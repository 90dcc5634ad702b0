package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ZipkinJsonTest {
  private static final String CALL =
      """
      {"traceId":"000000000000001f","id":"b","parentId":"a","name":"get","kind":"CLIENT",
       "timestamp":1000,"duration":500,"localEndpoint":{"serviceName":"shop"},
       "remoteEndpoint":{"serviceName":"stock"},"tags":{"http.path":"/items"}},
      {"traceId":"000000000000001f","id":"b","parentId":"a","name":"get /items","kind":"SERVER",
       "timestamp":1100,"duration":300,"shared":true,"localEndpoint":{"serviceName":"stock"}},
      {"traceId":"000000000000001f","id":"c","parentId":"b","name":"select","timestamp":1150,
       "duration":100,"localEndpoint":{"serviceName":"stock"},"tags":{"error":"timeout"}}
      """;

  @Test
  void spans_keepTheirTimesServicesAndTags() throws IOException {
    Spans spans = read("[" + CALL + "]");

    assertThat(spans.size()).isEqualTo(3);
    assertThat(spans.service(0)).isEqualTo("shop");
    assertThat(spans.startNs(0)).isEqualTo(1_000_000);
    assertThat(spans.endNs(0)).isEqualTo(1_500_000);
    assertThat(spans.attributes().record(spans.record(0)).find(spans.keyNumber("peer.service")))
        .isEqualTo("stock");
    assertThat(spans.status(2)).isEqualTo(Spans.STATUS_ERROR);
  }

  @Test
  void sharedSpan_becomesAClientWithTheServerBelow() throws IOException {
    Spans spans = read("[" + CALL + "]");

    assertThat(spans.spanId(0)).isEqualTo(0xb);
    assertThat(spans.spanId(1)).isNotEqualTo(0xb);
    assertThat(spans.parentSpanId(1)).isEqualTo(0xb);
    assertThat(spans.parentSpanId(2)).isEqualTo(spans.spanId(1));
  }

  /** One message that three receivers take, one of them twice told. */
  @Test
  void serversOfOneClient_areAllItsChildren() throws IOException {
    String server = call("SERVER", "push", 1200, 1);
    Spans spans =
        read(
            "["
                + String.join(
                    ",",
                    call("CLIENT", "shop", 1000, 500),
                    server,
                    call("SERVER", "push", 1300, 1),
                    call("SERVER", "stock", 1250, 1),
                    server)
                + "]");

    assertThat(
            LongStream.of(spans.spanId(1), spans.spanId(2), spans.spanId(3), 0xb)
                .distinct()
                .count())
        .isEqualTo(4);
    assertThat(spans.spanId(4)).isEqualTo(spans.spanId(1));
    for (int half = 1; half < 5; half++) {
      assertThat(spans.parentSpanId(half)).isEqualTo(0xb);
    }
  }

  /** Tags that a server finds out after it has answered. */
  @Test
  void spanWithoutATime_belongsToTheServerOfItsService() throws IOException {
    String later =
        """
        {"traceId":"1f","id":"b","parentId":"a","name":"get","localEndpoint":{"serviceName":"stock"}}\
        """;
    Spans spans =
        read(
            "["
                + String.join(
                    ",", later, call("SERVER", "stock", 1200, 1), call("CLIENT", "shop", 1000, 500))
                + "]");

    assertThat(spans.spanId(0)).isEqualTo(spans.spanId(1)).isNotEqualTo(0xb);
    assertThat(spans.spanId(2)).isEqualTo(0xb);
  }

  private static String call(String kind, String service, int start, int duration) {
    return """
    {"traceId":"1f","id":"b","parentId":"a","kind":"%s","timestamp":%d,"duration":%d,
     "localEndpoint":{"serviceName":"%s"}}\
    """
        .formatted(kind, start, duration, service);
  }

  @Test
  void listOfTraces_isReadLikeOne() throws IOException {
    assertThat(read("[[" + CALL + "],[]]").size()).isEqualTo(3);
  }

  private static Spans read(String json) throws IOException {
    List<Spans> tables = new ArrayList<>();
    TraceReader reader = TraceReader.whole(tables::add);
    reader.read("zipkin", new ByteArrayInputStream(json.getBytes(UTF_8)));
    reader.finish();
    return tables.get(0);
  }
}
