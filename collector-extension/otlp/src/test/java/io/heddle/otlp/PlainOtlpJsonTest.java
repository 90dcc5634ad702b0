package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the plain reader accepts, the general one reads to the same spans, damaged or not. */
final class PlainOtlpJsonTest {
  private static final String SPAN =
      "{\"resourceSpans\":[{\"resource\":{\"attributes\":[]},\"scopeSpans\":[{\"spans\":[{%s}]}]}]}";

  @Test
  void requestsOfOurOwnOutput_areReadAsTheGeneralReaderDoes() throws IOException {
    int plain = 0;
    for (long seed = 0; seed < 300; seed++) {
      plain += check("seed " + seed, written(seed)) ? 1 : 0;
    }
    assertThat(plain).isPositive();
  }

  @Test
  void requestsInAnySpelling_areReadAsTheGeneralReaderDoes() throws IOException {
    for (long seed = 0; seed < 300; seed++) {
      String text = new OtlpJsonText(seed).of(new RandomRequests(seed).request());
      check("seed " + seed, text.getBytes(UTF_8));
    }
  }

  @Test
  void damagedRequests_areAcceptedOnlyWhereTheGeneralReaderDoes() throws IOException {
    byte[] request =
        SPAN.formatted(
                """
                "traceId":"0102030405060708090a0b0c0d0e0f10","spanId":"0102030405060708","name":"n",
                "kind":"SPAN_KIND_SERVER","startTimeUnixNano":"12","endTimeUnixNano":15,"traceState":"a=b,ot=th:8","flags":1,
                "attributes":[{"key":"a","value":{"stringValue":"\\u00e4\\n\u00e4\u20ac"}},
                {"key":"d","value":{"doubleValue":-1.5e3}},{"key":"b","value":{"boolValue":true}},
                {"key":"l","value":{"arrayValue":{"values":[{"intValue":"7"}]}}}],
                "events":[{"timeUnixNano":"13","name":"e","attributes":[]}],
                "links":[{"traceId":"0102030405060708090a0b0c0d0e0f10","spanId":"0102030405060709"}],
                "status":{"code":2,"message":"m"}\
                """)
            .getBytes(UTF_8);
    assertThat(check("undamaged", request)).isTrue();
    int plain = 0;
    for (int seed = 0; seed < 20_000; seed++) {
      plain += check("seed " + seed, damaged(new Random(seed), request)) ? 1 : 0;
    }
    assertThat(plain).isBetween(1, 19_999);
  }

  @Test
  void textsOfEveryKind_keepTheirBytes() throws IOException {
    for (String text :
        new String[] {"", "plain and long enough", "\u00e9", "\u20ac12345678", "\ud83d\ude00"}) {
      assertThat(check(text, SPAN.formatted("\"name\":\"" + text + "\"").getBytes(UTF_8))).isTrue();
    }
  }

  @Test
  void whatIsUnusual_isLeftToTheGeneralReader() throws IOException {
    for (String field :
        new String[] {
          "\"traceId\":\"1f\"",
          "\"parentSpanId\":null",
          "\"name\":\"\\ud83d\\ude00\"",
          "\"kind\":01",
          "\"startTimeUnixNano\":\"18446744073709551615\"",
          "\"extra\":{\"a\":[1]}",
          "\"attributes\":[{\"value\":{\"intValue\":1},\"key\":\"late\"}]"
        }) {
      assertThat(check(field, SPAN.formatted(field).getBytes(UTF_8))).as(field).isFalse();
    }
    assertThat(
            check("two documents", "{\"resourceSpans\":[]}{\"resourceSpans\":[]}".getBytes(UTF_8)))
        .isFalse();
    assertThat(check("nothing known", "{}".getBytes(UTF_8))).isFalse();
  }

  /** Whether the plain reader read it; then both must have found the same. */
  private static boolean check(String what, byte[] json) throws IOException {
    Spans spans = new Spans();
    boolean plain = new PlainOtlpJson(spans).read(json, 0, json.length);
    if (plain) {
      Spans expected = new Spans();
      try (JsonParser in = Json.parser(json, 0, json.length)) {
        new JsonTraces(expected).documents(in);
      }
      assertThat(SpanTexts.of(spans)).as(what).isEqualTo(SpanTexts.of(expected));
      for (int span = 0; span < spans.size(); span++) {
        assertThat(spans.isSampled(span)).as(what).isEqualTo(expected.isSampled(span));
      }
    } else {
      assertThat(spans.size()).as(what).isZero();
    }
    return plain;
  }

  private static byte[] written(long seed) throws IOException {
    Spans spans = OtlpProtobuf.read(new RandomRequests(seed).request().toByteArray());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SpanOutput output = SpanFormat.OTLP_JSON.to(out);
    output.write(spans);
    output.finish();
    return out.toByteArray();
  }

  private static byte[] damaged(Random random, byte[] original) {
    byte[] bytes = original.clone();
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(5)) {
      case 0 -> bytes[at] = (byte) random.nextInt();
      case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> bytes = Arrays.copyOf(bytes, at);
      case 3 -> bytes[at] = (byte) "{}[]\":,0 \\".charAt(random.nextInt(10));
      default -> bytes[at] = bytes[random.nextInt(bytes.length)];
    }
    return bytes;
  }
}
