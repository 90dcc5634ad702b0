package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceReaderTest {
  private static final String LINE =
      "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"1\",\"spanId\":\"%d\"}]}]}]}\n";

  @TempDir private Path folder;

  @Test
  void everyWayToWriteARequest_isRecognisedFromItsContent() throws IOException {
    for (long seed = 0; seed < 300; seed++) {
      ExportTraceServiceRequest request = new RandomRequests(seed).request();
      List<String> expected = SpanTexts.of(request);
      byte[] json = new OtlpJsonText(seed).of(request).getBytes(UTF_8);

      assertThat(read(request.toByteArray())).as("request %d", seed).isEqualTo(expected);
      assertThat(read(delimited(request))).as("delimited %d", seed).isEqualTo(expected);
      assertThat(read(behindFixedLength(request))).as("fixed %d", seed).isEqualTo(expected);
      assertThat(read(json)).as("json %d", seed).isEqualTo(expected);
      assertThat(read(zipped(json))).as("gzip %d", seed).isEqualTo(expected);
      assertThat(read(zipped(delimited(request)))).as("gzip %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void damagedLine_isReportedWithItsNumberAndTheRestIsRead() throws IOException {
    String text = LINE.formatted(1) + "{\"resourceSpans\":[{\n" + LINE.formatted(2);
    TraceReader reader = TraceReader.whole(spans -> assertThat(spans.size()).isEqualTo(2));

    reader.read("a.jsonl", stream(text));
    ReadReport report = reader.finish();

    assertThat(report.spans()).isEqualTo(2);
    assertThat(report.damaged()).isEqualTo(1);
    assertThat(report.errors()).hasSize(1);
    assertThat(report.errors().get(0)).startsWith("a.jsonl: line 2: malformed JSON at byte ");
  }

  @Test
  void listOfRequests_isReadHoweverItIsBroken() throws IOException {
    String one = LINE.formatted(1).strip();
    String two = LINE.formatted(2).strip();

    for (String text :
        List.of(
            "[" + one + "," + two + "]",
            "[\n" + one + ",\n" + two + "\n]\n",
            "[\n  " + one.replace("{", "{\n") + ",\n  " + two + "\n]")) {
      assertThat(read(text)).as(text).hasSize(2);
    }
  }

  @Test
  void firstLineDamaged_stillReadsTheRest() throws IOException {
    assertThat(read("{\"resourceSpans\":[{\n" + LINE.formatted(2))).hasSize(1);
    assertThat(read("garbage\n" + LINE.formatted(2))).hasSize(1);
  }

  @Test
  void halfALine_leavesNoSpanOfIt() throws IOException {
    String line = LINE.formatted(1).strip();
    String cut = line.substring(0, line.length() - 2) + "\n";

    assertThat(read(cut + LINE.formatted(2))).hasSize(1);
  }

  @Test
  void strict_endsAtTheFirstDamage() {
    TraceReader reader = TraceReader.whole(spans -> {}).strict();

    assertThatThrownBy(() -> reader.read("a.jsonl", stream(LINE.formatted(1) + "{]\n")))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageStartingWith("a.jsonl: line 2:");
  }

  @Test
  void nothingReadable_isAnErrorThatNamesTheFile() {
    for (String garbage : List.of("just text\n", "{\"a\":1}", "[1,2]", "\u0001\u0002\u0003")) {
      TraceReader reader = TraceReader.whole(spans -> {});

      assertThatThrownBy(() -> reader.read("garbage", stream(garbage)))
          .as(garbage)
          .isInstanceOf(TraceFormatException.class)
          .hasMessageStartingWith("garbage: ");
    }
  }

  @Test
  void textInUtf16_isNamed() {
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] text = ("\ufeff" + LINE.formatted(1)).getBytes(charset);

      assertThatThrownBy(
              () -> TraceReader.whole(spans -> {}).read("a.json", new ByteArrayInputStream(text)))
          .isInstanceOf(TraceFormatException.class)
          .hasMessage("a.json: UTF-16, not UTF-8, at byte 0");
    }
  }

  @Test
  void truncatedProtobuf_givesWhatCameBeforeAndTheByte() throws IOException {
    ExportTraceServiceRequest first = requestWithSpans();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    first.writeDelimitedTo(bytes);
    first.writeDelimitedTo(bytes);
    byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 1);
    List<Spans> tables = new ArrayList<>();
    TraceReader reader = TraceReader.whole(tables::add);

    reader.read("a.pb", new ByteArrayInputStream(cut));
    ReadReport report = reader.finish();

    assertThat(tables.get(0).size()).isGreaterThanOrEqualTo(SpanTexts.of(first).size());
    assertThat(report.errors().get(0)).matches("a.pb: truncated message at byte " + cut.length);
  }

  @Test
  void damagedMessages_areReportedWithTheirBytesAndTheOthersAreRead() throws IOException {
    byte[] good = delimited(requestWithSpans());
    int spans = read(good).size();
    byte[] bad = {4, 0x0A, 2, 0x0F, 0};
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : List.of(bad, good, bad, good, bad)) {
      bytes.write(part);
    }
    TraceReader reader = TraceReader.whole(all -> assertThat(all.size()).isEqualTo(2 * spans));

    reader.read("a.pb", new ByteArrayInputStream(bytes.toByteArray()));
    ReadReport report = reader.finish();

    assertThat(report.errors())
        .containsExactly(
            "a.pb: wire type 7 at byte 4",
            "a.pb: wire type 7 at byte " + (9 + good.length),
            "a.pb: wire type 7 at byte " + (14 + 2 * good.length));
    TraceReader strict = TraceReader.whole(all -> {}).strict();
    assertThatThrownBy(() -> strict.read("a.pb", new ByteArrayInputStream(bytes.toByteArray())))
        .hasMessage("a.pb: wire type 7 at byte 4");
  }

  @Test
  void strict_namesTheFileOnce_whereMessagesCameBefore() throws IOException {
    byte[] good = delimited(requestWithSpans());
    byte[] cut = Arrays.copyOf(good, 2 * good.length - 1);
    System.arraycopy(good, 0, cut, good.length, good.length - 1);
    TraceReader strict = TraceReader.whole(all -> {}).strict();

    assertThatThrownBy(() -> strict.read("a.pb", new ByteArrayInputStream(cut)))
        .hasMessage("a.pb: truncated message at byte " + cut.length);
  }

  @Test
  void everyDamagedByteOfTheMiddleMessage_leavesTheLastOneReadable() throws IOException {
    byte[] good = delimited(requestWithSpans());
    int spans = read(good).size();
    byte[] three = ByteBuffer.allocate(3 * good.length).put(good).put(good).put(good).array();
    int lengthBytes = good[0] < 0 ? good[1] < 0 ? 3 : 2 : 1;

    for (int at = good.length + lengthBytes; at < 2 * good.length; at++) {
      byte[] damaged = three.clone();
      damaged[at] ^= 0x55;
      List<String> read = read(damaged);
      assertThat(read.size()).as("byte %d", at).isGreaterThanOrEqualTo(2 * spans);
    }
  }

  @Test
  void copiedSpans_areEqual() throws IOException {
    for (long seed = 0; seed < 100; seed++) {
      Spans spans = OtlpProtobuf.read(new RandomRequests(seed).request().toByteArray());
      Spans copy = new Spans();
      SpanCopier copier = new SpanCopier(spans, copy);
      for (int span = 0; span < spans.size(); span++) {
        copier.copy(span);
      }
      assertThat(SpanTexts.of(copy)).as("request %d", seed).isEqualTo(SpanTexts.of(spans));
    }
  }

  @Test
  void folder_isReadInOrderOfNames() throws IOException {
    Files.writeString(folder.resolve("b.jsonl"), LINE.formatted(2));
    Files.writeString(folder.resolve("a.jsonl"), LINE.formatted(1));
    Files.createDirectory(folder.resolve("deeper"));
    Files.writeString(folder.resolve("deeper").resolve("c.jsonl"), LINE.formatted(3));
    List<Spans> tables = new ArrayList<>();
    TraceReader reader = TraceReader.whole(tables::add);

    reader.read(folder);
    reader.finish();

    assertThat(tables.get(0).spanId(0)).isEqualTo(1);
    assertThat(tables.get(0).spanId(1)).isEqualTo(2);
    assertThat(tables.get(0).spanId(2)).isEqualTo(3);
  }

  @Test
  void inBatches_neverHoldsMuchMoreThanABatch() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 100; i++) {
      text.append(LINE.formatted(i));
    }
    List<Integer> sizes = new ArrayList<>();
    TraceReader reader = TraceReader.inBatches(30, spans -> sizes.add(spans.size()));

    reader.read("a.jsonl", stream(text.toString()));
    reader.finish();

    assertThat(sizes).containsExactly(30, 30, 30, 10);
  }

  @Test
  void emptyInput_hasNoSpans() throws IOException {
    assertThat(read("")).isEmpty();
    assertThat(read("\n\n")).isEmpty();
  }

  private static ExportTraceServiceRequest requestWithSpans() {
    for (long seed = 0; ; seed++) {
      ExportTraceServiceRequest request = new RandomRequests(seed).request();
      if (SpanTexts.of(request).size() > 3) {
        return request;
      }
    }
  }

  @Test
  void damagedGzip_namesTheByteOfTheFile() throws IOException {
    byte[] whole = zipped("{\"resourceSpans\":[]}".repeat(50).getBytes(UTF_8));
    byte[] cut = Arrays.copyOf(whole, 20);
    assertThatThrownBy(() -> read(cut))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageStartingWith("test: damaged gzip at byte 20: ");
    assertThatThrownBy(() -> read(Arrays.copyOf(whole, 5)))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageStartingWith("test: damaged gzip at byte 5: ");
    byte[] damaged = whole.clone();
    damaged[10] |= 6;
    assertThatThrownBy(() -> read(damaged))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageMatching("test: damaged gzip at byte 1[01]: .*");
  }

  private static List<String> read(String text) throws IOException {
    return read(text.getBytes(UTF_8));
  }

  private static List<String> read(byte[] bytes) throws IOException {
    List<Spans> tables = new ArrayList<>();
    TraceReader reader = TraceReader.whole(tables::add);
    reader.read("test", new ByteArrayInputStream(bytes));
    reader.finish();
    return SpanTexts.of(tables.get(0));
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static byte[] delimited(ExportTraceServiceRequest request) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    request.writeDelimitedTo(bytes);
    return bytes.toByteArray();
  }

  private static byte[] behindFixedLength(ExportTraceServiceRequest request) {
    byte[] bytes = request.toByteArray();
    return ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array();
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }
}
