package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that hold no traces, or strange ones: each is named, with what is wrong and where. */
final class WrongFilesTest {
  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(directory);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          figures.csv | a,b                 | no known trace format at byte 0
          page.xml    | <a/>                | no known trace format at byte 0
          none.json   | {"hello": [1, 2]}   | no trace in the JSON document at byte 0
          array.json  | [1, 2]              | no JSON object at byte 1
          """)
  void textThatIsNoTrace_isNamedWithItsByte(String name, String text, String said)
      throws IOException {
    shell.write(name, text);
    assertThat(shell.run("stats", name)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.errLines()).singleElement().asString().contains(name, said);
  }

  @Test
  void picture_isNeitherJsonNorProtobuf() throws IOException {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H'};
    Files.write(directory.resolve("shot.png"), png);
    assertThat(shell.run("stats", "shot.png")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.errLines())
        .singleElement()
        .asString()
        .contains("shot.png", "neither JSON nor OTLP protobuf", "byte");
  }

  @Test
  void gzipThatEndsEarly_isNamedWithItsByte() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(TraceLine.of("mail", "answer", 0).getBytes(StandardCharsets.UTF_8));
    }
    byte[] half = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
    Files.write(directory.resolve("cut.gz"), half);
    assertThat(shell.run("stats", "cut.gz")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.errLines()).singleElement().asString().contains("cut.gz", "gzip", "byte");
  }

  @Test
  void emptyFilesAndFolders_areNamedAndTheRestIsRead() throws IOException {
    Files.createFile(directory.resolve("empty.json"));
    Files.createDirectory(directory.resolve("nothing"));
    shell.write("runs.jsonl", TraceLine.of("mail", "answer", 0));

    assertThat(shell.run("stats", "empty.json", "nothing", "runs.jsonl")).isZero();

    assertThat(shell.out()).contains("answer");
    assertThat(shell.errLines())
        .satisfiesExactly(
            line -> assertThat(line).contains("empty.json", "empty"),
            line -> assertThat(line).contains("nothing", "no file"));
  }

  /** Whoever tests as root may read every file, so the reason alone is looked at. */
  @Test
  void fileThatMayNotBeRead_isToldTheReason() {
    assertThat(Reason.of(new AccessDeniedException("secret.jsonl"))).isEqualTo("permission denied");
  }

  @ParameterizedTest
  @CsvSource({
    "1790000000000000000, 1790000000000000000",
    "1790000000000000000, 1789999999999999999",
    "9000000000000000000, 9200000000000000000",
    "18446744073709551615, 18446744073709551615",
    "0, 0"
  })
  void strangeTimes_areAnalysedByEveryCommand(String startNs, String endNs) throws IOException {
    shell.write("odd.jsonl", span("odd", startNs, endNs));
    for (String command : new String[] {"analyze", "stats", "critical-path", "recommend"}) {
      assertThat(shell.run(command, "odd.jsonl")).as(command).isZero();
    }
  }

  @Test
  void nameOfAHundredThousandLetters_isCutOnTheTerminalAndWholeInJson() throws IOException {
    String name = "n".repeat(100_000);
    shell.write("long.jsonl", span(name, "1790000000000000000", "1790000000000000100"));

    assertThat(shell.run("stats", "long.jsonl")).isZero();
    assertThat(shell.out().lines()).allMatch(line -> line.length() < 1_000);
    assertThat(shell.run("stats", "--format", "json", "long.jsonl")).isZero();
    assertThat(shell.out()).contains(name);
  }

  @Test
  void questionToRunsWithoutNodes_saysThatThereAreNone() throws IOException {
    shell.write("one.jsonl", span("alone", "1790000000000000000", "1790000000000000100"));
    assertThat(shell.run("what-if", "--workflow", "alone", "--change", "alone=x2", "one.jsonl"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.errLines()).singleElement().asString().contains("the runs have no nodes");
  }

  private static String span(String name, String startNs, String endNs) {
    return "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"%032x\",\"spanId\":\"%016x\",\"name\":\"%s\",\"startTimeUnixNano\":\"%s\",\"endTimeUnixNano\":\"%s\"}]}]}]}"
        .formatted(1, 1, name, startNs, endNs);
  }
}
