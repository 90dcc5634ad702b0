package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is read again, and what a format cannot hold is counted. */
final class SpanOutputTest {
  @ParameterizedTest
  @EnumSource(names = {"OTLP_JSON", "OTLP_PROTOBUF"})
  void otlp_holdsAllThatATableDoes(SpanFormat format) throws IOException {
    for (long seed = 0; seed < 300; seed++) {
      Spans spans = OtlpProtobuf.read(new RandomRequests(seed).request().toByteArray());
      if (spans.size() > 0) {
        assertThat(texts(again(spans, format))).as("seed %d", seed).isEqualTo(texts(spans));
      }
    }
  }

  @Test
  void jaeger_holdsWhatItsModelHas() throws IOException {
    Spans spans = OtlpJson.read(span("1000", "9000", "{\"intValue\":\"7\"}"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(write(spans, SpanFormat.JAEGER, out).losses()).isEmpty();
    Spans read = read(out);
    assertThat(read.traceId(0)).isEqualTo(spans.traceId(0));
    assertThat(read.spanId(0)).isEqualTo(spans.spanId(0));
    assertThat(read.parentSpanId(0)).isEqualTo(spans.parentSpanId(0));
    assertThat(read.name(0)).isEqualTo("pay");
    assertThat(read.service(0)).isEqualTo("shop");
    assertThat(read.kind(0)).isEqualTo(3);
    assertThat(read.status(0)).isEqualTo(Spans.STATUS_ERROR);
    assertThat(read.startNs(0)).isEqualTo(1_000);
    assertThat(read.endNs(0)).isEqualTo(9_000);
    assertThat(read.attributes().record(read.record(0)).find(read.keyNumber("k"))).isEqualTo("7");
  }

  @Test
  void whatJaegerCannotHold_isCounted() throws IOException {
    Spans spans = OtlpJson.read(span("1001", "9000", "{\"arrayValue\":{\"values\":[]}}"));
    assertThat(write(spans, SpanFormat.JAEGER, new ByteArrayOutputStream()).losses())
        .containsEntry("spans had times below a microsecond", 1L)
        .containsEntry("attributes were lists, maps, bytes or nothing, and became texts", 1L);
  }

  @Test
  void zipkin_holdsWhatItsModelHas() throws IOException {
    Spans spans = OtlpJson.read(span("1000", "9000", "{\"stringValue\":\"7\"}"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(write(spans, SpanFormat.ZIPKIN, out).losses()).isEmpty();
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            [{"traceId":"000102030405060708090a0b0c0d0e0f","id":"0102030405060708",\
            "parentId":"1112131415161718","kind":"CLIENT","name":"pay","timestamp":1,"duration":8,\
            "localEndpoint":{"serviceName":"shop"},\
            "tags":{"k":"7","otel.status_code":"ERROR","error":""}}]
            """);
    Spans read = read(out);
    assertThat(read.parentSpanId(0)).isEqualTo(spans.parentSpanId(0));
    assertThat(read.service(0)).isEqualTo("shop");
    assertThat(read.status(0)).isEqualTo(Spans.STATUS_ERROR);
    assertThat(read.startNs(0)).isEqualTo(1_000);
    assertThat(read.endNs(0)).isEqualTo(9_000);
  }

  @Test
  void whatZipkinCannotHold_isCounted() throws IOException {
    Spans spans =
        OtlpJson.read(
            """
            {"resourceSpans":[{"resource":{"attributes":[{"key":"k","value":{"intValue":"1"}}]},
            "scopeSpans":[{"spans":[{"traceId":"000102030405060708090a0b0c0d0e0f",
            "spanId":"0102030405060708","name":"n","kind":1,"startTimeUnixNano":"1001",
            "endTimeUnixNano":"1000","attributes":[{"key":"k","value":{"intValue":"2"}},
            {"key":"k","value":{"stringValue":"3"}}],
            "events":[{"timeUnixNano":"5000","name":"e","attributes":[{"key":"a","value":{}}]}],
            "links":[{"traceId":"000102030405060708090a0b0c0d0e0f",
            "spanId":"0102030405060709"}]}]}]}]}
            """
                .getBytes(UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(write(spans, SpanFormat.ZIPKIN, out).losses())
        .containsExactly(
            entry("attributes stood behind another one with their key", 2L),
            entry("attributes were no texts, and became texts", 2L),
            entry("events had attributes", 1L),
            entry("links are left out", 1L),
            entry("spans ended before they started", 1L),
            entry("spans had times below a microsecond", 1L),
            entry("spans were internal", 1L));
    assertThat(out.toString(UTF_8)).contains("\"tags\":{\"k\":\"3\"}");
  }

  @Test
  void everyFormat_isReadAgainWhateverItHolds() throws IOException {
    for (long seed = 0; seed < 300; seed++) {
      Spans spans = OtlpProtobuf.read(new RandomRequests(seed).request().toByteArray());
      for (SpanFormat format : SpanFormat.values()) {
        if (spans.size() > 0) {
          assertThat(again(spans, format).size()).as(format + " " + seed).isEqualTo(spans.size());
        }
      }
    }
  }

  @Test
  void unknownFormat_namesTheKnown() {
    assertThat(SpanFormat.of("OTLP-json")).isEqualTo(SpanFormat.OTLP_JSON);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpanFormat.of("xml"))
        .withMessage("unknown format 'xml'; known are otlp-json, otlp-protobuf, jaeger, zipkin");
  }

  private static byte[] span(String start, String end, String value) {
    return """
    {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":\
    {"stringValue":"shop"}}]},"scopeSpans":[{"spans":[{\
    "traceId":"000102030405060708090a0b0c0d0e0f","spanId":"0102030405060708",\
    "parentSpanId":"1112131415161718","name":"pay","kind":3,"startTimeUnixNano":"%s",\
    "endTimeUnixNano":"%s","status":{"code":2},"attributes":[{"key":"k","value":%s}]}]}]}]}
    """
        .formatted(start, end, value)
        .getBytes(UTF_8);
  }

  private static SpanOutput write(Spans spans, SpanFormat format, ByteArrayOutputStream out)
      throws IOException {
    SpanOutput output = format.to(out);
    output.write(spans);
    output.finish();
    return output;
  }

  private static Spans again(Spans spans, SpanFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(spans, format, out);
    return read(out);
  }

  private static Spans read(ByteArrayOutputStream out) throws IOException {
    List<Spans> tables = new ArrayList<>();
    TraceReader reader = TraceReader.whole(tables::add).strict();
    reader.read("test", new ByteArrayInputStream(out.toByteArray()));
    reader.finish();
    return tables.get(0);
  }

  /** Attributes of resource and scope stand in one list, in which the scope's may move. */
  private static List<String> texts(Spans spans) {
    return SpanTexts.of(spans).stream().map(SpanOutputTest::sortedOrigin).toList();
  }

  private static String sortedOrigin(String text) {
    int origin = text.lastIndexOf(" of {");
    String attributes = text.substring(origin + 5, text.length() - 1);
    return text.substring(0, origin)
        + Arrays.stream(attributes.split(";")).sorted().collect(Collectors.joining(";"));
  }
}
