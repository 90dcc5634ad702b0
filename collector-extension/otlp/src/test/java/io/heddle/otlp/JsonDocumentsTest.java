package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However a document is read, the spans and the error are those of the general reader. */
final class JsonDocumentsTest {
  private static final String ELEMENT =
      "{\"scopeSpans\":[{\"spans\":[{\"name\":\"n%d\",\"kind\":2,\"status\":{}}]}]}";

  @Test
  void documentsInAnySpelling_areReadAsTheGeneralReaderDoes() throws IOException {
    for (long seed = 0; seed < 300; seed++) {
      check("seed " + seed, new OtlpJsonText(seed).of(new RandomRequests(seed).request()));
      check("own " + seed, written(seed));
      check("pretty " + seed, pretty(written(seed)));
    }
  }

  @Test
  void everyEndOfADocument_isReadAsTheGeneralReaderDoes() throws IOException {
    String text = pretty(document(3)) + "\n" + document(2);
    for (int end = 0; end <= text.length(); end++) {
      check("cut at " + end, text.substring(0, end));
    }
  }

  @Test
  void everyDamage_isToldAsTheGeneralReaderDoes() throws IOException {
    byte[] text = (pretty(document(2)) + document(2)).getBytes(UTF_8);
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = text.clone();
      int at = random.nextInt(damaged.length);
      damaged[at] = (byte) "{}[]\":,0 \\x\u0001".charAt(random.nextInt(12));
      check("byte " + at + " is " + damaged[at], damaged);
    }
  }

  @Test
  void whatStandsBesideTheList_isReadAsTheGeneralReaderDoes() throws IOException {
    for (String text :
        new String[] {
          "{\"a\":1,\"resourceSpans\":[" + ELEMENT + "]}",
          "{\"resourceSpans\":["
              + ELEMENT
              + "],\"a\":{\"b\":[]},\"resourceSpans\":["
              + ELEMENT
              + "]}",
          "{\"resourceSpans\":[" + ELEMENT + "],\"batches\":[" + ELEMENT + "]}" + document(1),
          "{\"resourceSpans\":[" + ELEMENT + ",null," + ELEMENT + "]}",
          "{\"resourceSpans\":null}" + document(2),
          "{\"resourceSpans\":[],\"traceId\":\"1\",\"id\":\"2\"}",
          document(2) + "[{\"traceId\":\"1\",\"id\":\"2\",\"name\":\"z\"}]",
          "\ufeff" + document(2)
        }) {
      check(text, text);
    }
  }

  @Test
  void unusualElement_costsOnlyItselfTheGeneralReader() throws IOException {
    String unusual = ELEMENT.replace("\"status\":{}", "\"extra\":{\"a\":[1]}");
    String text = document(1).replace("]}]}]}", "]}]}," + unusual + "," + ELEMENT + "]}");
    JsonWindow window = window(text.getBytes(UTF_8), 16, 1 << 20);
    TraceReader target = TraceReader.whole(spans -> assertThat(spans.size()).isEqualTo(3));

    OtlpDocuments documents = new OtlpDocuments(target, window);
    documents.read();

    assertThat(target.spansRead()).isEqualTo(3);
    assertThat(window.offset()).isEqualTo(text.length());
  }

  @Test
  void longElement_isReadFromTheStream() throws IOException {
    String text = document(3).replace("n1", "n".repeat(5_000)) + document(1);
    Result expected = general(text.getBytes(UTF_8));

    assertThat(read(window(text.getBytes(UTF_8), 16, 1_100))).isEqualTo(expected);
  }

  @Test
  void longDocument_isHandedOnInBatchesAndNeverHeldWhole() throws IOException {
    byte[] text = document(5_000).getBytes(UTF_8);
    List<Integer> sizes = new ArrayList<>();
    JsonWindow window = window(text, 4_096, 1 << 20);

    TraceReader target = TraceReader.inBatches(100, spans -> sizes.add(spans.size()));
    new JsonDocuments(target, "test").read(window);
    target.finish();

    assertThat(sizes).hasSizeGreaterThanOrEqualTo(50).allMatch(size -> size <= 100);
    assertThat(window.bytes()).hasSize(4_096);
  }

  /** Spans and the error, if any. */
  private record Result(List<String> spans, String error) {}

  private static void check(String what, String text) throws IOException {
    check(what, text.getBytes(UTF_8));
  }

  private static void check(String what, byte[] text) throws IOException {
    Result expected = general(text);
    assertThat(read(window(text, 16, 1 << 20))).as(what).isEqualTo(expected);
    assertThat(read(window(text, 1 << 20, 1 << 20))).as(what).isEqualTo(expected);
  }

  private static Result read(JsonWindow window) throws IOException {
    List<Spans> tables = new ArrayList<>();
    TraceReader reader = TraceReader.whole(tables::add);
    String error = "";
    try {
      new JsonDocuments(reader, "test").read(window);
    } catch (TraceFormatException damaged) {
      error = String.valueOf(damaged.getMessage());
    }
    error += String.join("", reader.finish().errors());
    return new Result(SpanTexts.of(tables.get(0)), error);
  }

  private static Result general(byte[] text) throws IOException {
    Spans spans = new Spans();
    String error = "";
    try (JsonParser in = Json.parser(new ByteArrayInputStream(text), 0)) {
      new JsonTraces(spans).documents(in);
    } catch (IOException damaged) {
      error = "test: " + Json.explain(damaged).getMessage();
    }
    return new Result(SpanTexts.of(spans), error);
  }

  /** A window over a stream that gives a few bytes at a time. */
  private static JsonWindow window(byte[] text, int size, int limit) {
    InputStream slow =
        new FilterInputStream(new ByteArrayInputStream(text)) {
          @Override
          public int read(byte[] target, int from, int length) throws IOException {
            return super.read(target, from, Math.min(length, 1_000));
          }
        };
    return new JsonWindow(slow, size, limit);
  }

  private static String document(int elements) {
    return IntStream.rangeClosed(1, elements)
        .mapToObj(ELEMENT::formatted)
        .collect(Collectors.joining(",", "{\"resourceSpans\":[", "]}"));
  }

  /** More white space around everything that is no text. */
  private static String pretty(String json) {
    return Arrays.stream(json.split("(?=\")|(?<=\")"))
        .map(part ->
            part.matches("[^a-zA-Z0-9]*[\\[\\]{},:]+")
                ? part.replaceAll("([\\[{,}\\]])", "\n  $1\t ")
                : part)
        .collect(Collectors.joining());
  }

  private static String written(long seed) throws IOException {
    Spans spans = OtlpProtobuf.read(new RandomRequests(seed).request().toByteArray());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SpanOutput output = SpanFormat.OTLP_JSON.to(out);
    output.write(spans);
    output.finish();
    return out.toString(UTF_8);
  }
}
