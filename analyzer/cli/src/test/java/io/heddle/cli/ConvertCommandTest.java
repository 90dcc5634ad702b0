package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConvertCommandTest {
  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void threeRuns() throws IOException {
    shell = new Shell(directory);
    shell.write(
        "runs.jsonl",
        TraceLine.of("mail", "answer", 0),
        TraceLine.of("mail", "answer", 1),
        TraceLine.of("shop", "order", 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"otlp-json", "otlp-protobuf", "jaeger"})
  void convertedTraces_haveTheSameStatistics(String format) {
    shell.run("stats", "--format", "json", "runs.jsonl");
    String before = shell.out();
    assertThat(shell.run("convert", "--to", format, "-o", "converted", "runs.jsonl")).isZero();
    assertThat(shell.out()).isEmpty();
    assertThat(shell.errLines()).isEmpty();
    assertThat(shell.run("stats", "--format", "json", "converted")).isZero();
    assertThat(shell.out()).isEqualTo(before);
    assertThat(directory.resolve("converted.part")).doesNotExist();
  }

  @Test
  void zipkin_hasTheSameStatisticsAndSaysWhatItCannotHold() {
    shell.run("stats", "--format", "json", "runs.jsonl");
    String before = shell.out();
    assertThat(shell.run("convert", "--to", "zipkin", "-o", "zipkin.json", "runs.jsonl")).isZero();
    assertThat(shell.out()).isEmpty();
    assertThat(shell.errLines())
        .containsExactly("heddle: zipkin cannot hold: 9 spans were internal");
    assertThat(shell.run("stats", "--format", "json", "zipkin.json")).isZero();
    assertThat(shell.out()).isEqualTo(before);
  }

  @Test
  void filter_keepsTheTracesOfRunsThatPass() throws IOException {
    shell.run("convert", "--service", "shop", "-o", "shop.jsonl", "runs.jsonl");
    assertThat(Files.readString(directory.resolve("shop.jsonl")))
        .contains("\"order\"")
        .doesNotContain("\"answer\"");
  }

  @Test
  void standardOutput_isTheDefault() {
    assertThat(shell.run("convert", "runs.jsonl")).isZero();
    assertThat(shell.out()).startsWith("{\"resourceSpans\":[").endsWith("}\n").hasLineCount(1);
  }

  @Test
  void whatTheFormatCannotHold_isSaid() throws IOException {
    shell.write("fine.jsonl", TraceLine.of("mail", "answer", 0).replace("000000\"", "000001\""));
    assertThat(shell.run("convert", "--to", "jaeger", "fine.jsonl")).isZero();
    assertThat(shell.errLines())
        .containsExactly("heddle: jaeger cannot hold: 3 spans had times below a microsecond");
  }

  @Test
  void unknownFormat_namesTheKnown() {
    assertThat(shell.run("convert", "--to", "xml", "runs.jsonl")).isEqualTo(2);
    assertThat(shell.errLines())
        .containsExactly(
            "heddle: --to: unknown format 'xml'; known are otlp-json, otlp-protobuf, jaeger, zipkin");
  }

  @Test
  void clocks_areNotPutRightInSilence() {
    assertThat(shell.run("convert", "--skew-max", "5", "runs.jsonl")).isEqualTo(2);
    assertThat(shell.errLines()).singleElement().asString().contains("--skew-max");
  }

  @Test
  void resultThatFailsHalfWay_leavesTheOldFileAsItWas() throws IOException {
    Path old = shell.write("old.json", "kept");
    assertThatIOException()
        .isThrownBy(() ->
            new ResultFile(old)
                .write(out -> {
                  out.write('x');
                  throw new IOException("full");
                }));
    assertThat(Files.readString(old)).isEqualTo("kept\n");
    assertThat(directory.resolve("old.json.part")).doesNotExist();
  }
}
