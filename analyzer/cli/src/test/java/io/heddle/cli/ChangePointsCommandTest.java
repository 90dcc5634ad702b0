package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChangePointsCommandTest {
  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void steps() throws IOException {
    shell = new Shell(directory);
    shell.write("series.json", "[" + joined(",") + "]");
    shell.write("series.csv", "run, ms\n" + joined("\n").replaceAll("(?m)^", "x,"));
    shell.write(
        "runs.jsonl",
        IntStream.range(0, 60)
            .mapToObj(i -> TraceLine.of("mail", "answer", i, value(i)))
            .toArray(String[]::new));
  }

  @Test
  void arrayOfNumbers_isASeries() {
    assertFound("series.json");
  }

  @Test
  void columnOfACsvFile_isASeries() {
    assertFound("--column", "ms", "series.csv");
  }

  @Test
  void durationsOfRuns_areASeries() {
    assertFound("runs.jsonl");
    assertFound("--workflow", "answer", "--node", "fetch", "runs.jsonl");
  }

  @Test
  void confirmed_keepsAClearStep() {
    assertFound("--confirm", "series.json");
  }

  @Test
  void steadyNode_hasNone() {
    assertThat(shell.run("change-points", "--node", "draft", "runs.jsonl")).isZero();
    assertThat(shell.out()).contains("does not change");
  }

  @Test
  void badSeries_areNamed() throws IOException {
    shell.write("broken.json", "[1, 2,", "x]");
    assertBad("line 2", "broken.json");
    assertBad("--column: no column 's'", "--column", "s", "series.csv");
    assertBad("column 1 holds no number", "--column", "run", "series.csv");
    assertBad("window length", "--window-length", "1", "series.json");
    assertBad("no such file", "missing.json");
  }

  @Test
  void unknownNodes_andWorkflowsOfSeveralServices_areNamed() throws IOException {
    assertBad(
        "unknown node 'fecth'; known are answer, draft, fetch", "--node", "fecth", "runs.jsonl");
    shell.write(
        "two.jsonl",
        TraceLine.of("mail", "answer", 1, value(1)),
        TraceLine.of("post", "answer", 2, value(2)));
    assertBad("name one of answer of mail, answer of post", "two.jsonl");
  }

  @Test
  void cellsInQuotes_mayHoldCommas() throws IOException {
    shell.write(
        "quoted.csv",
        "\"run, named\",\"ms\"\n" + joined("\n").replaceAll("(?m)^", "\"a, \"\"b\"\"\","));
    assertFound("--column", "ms", "quoted.csv");
  }

  private void assertFound(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "change-points";
    all[1] = "--format";
    all[2] = "json";
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    assertThat(shell.run(all)).isZero();
    assertThat(shell.out().replaceAll("\\s+", "")).startsWith("{\"changePoints\":[{\"index\":30,");
  }

  private void assertBad(String message, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "change-points";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    assertThat(shell.run(all)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.errLines()).singleElement().asString().contains(message);
  }

  private static String joined(String separator) {
    return IntStream.range(0, 60)
        .mapToObj(i -> Integer.toString(value(i)))
        .collect(Collectors.joining(separator));
  }

  private static int value(int i) {
    return (i < 30 ? 60 : 90) + i % 7;
  }
}
