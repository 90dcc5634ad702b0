package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileCommandsTest {
  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void twoServices() throws IOException {
    shell = new Shell(directory);
    shell.write(
        "runs.jsonl",
        TraceLine.of("mail", "answer", 0),
        TraceLine.of("mail", "answer", 1),
        TraceLine.of("shop", "order", 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyze", "stats"})
  void report_namesEachWorkflow(String command) {
    assertThat(shell.run(command, "runs.jsonl")).isZero();
    assertThat(shell.out()).contains("answer", "order");
    assertThat(shell.errLines()).isEmpty();
  }

  @Test
  void sameInput_givesTheSameBytes() {
    shell.run("analyze", "--format", "json", "runs.jsonl");
    String first = shell.out();
    shell.run("analyze", "--format", "json", "runs.jsonl");
    assertThat(shell.out()).isEqualTo(first).startsWith("{");
  }

  @Test
  void criticalPathAsJson_isALineARootInOrderOfTraces() {
    assertThat(shell.run("critical-path", "--format", "json", "runs.jsonl")).isZero();
    List<String> lines = shell.out().lines().toList();
    assertThat(lines).hasSize(3).isSorted();
    assertThat(lines.get(0)).startsWith("{\"traceId\":\"%032x\"".formatted(1));
  }

  @Test
  void foldedStacks_areMicroseconds() {
    assertThat(shell.run("critical-path", "--format", "folded", "--service", "shop", "runs.jsonl"))
        .isZero();
    assertThat(shell.out().lines())
        .containsExactly("shop: order;draft 40000", "shop: order;fetch 60000");
  }

  @Test
  void outputFile_getsTheResultAndTheTerminalNothing() throws IOException {
    assertThat(shell.run("stats", "-o", "stats.json", "--format", "json", "runs.jsonl")).isZero();
    assertThat(shell.out()).isEmpty();
    assertThat(Files.readString(directory.resolve("stats.json"))).contains("\"workflows\"");
  }

  @Test
  void filters_chooseRuns() {
    assertThat(roots("--service", "shop")).isEqualTo(1);
    assertThat(roots("--workflow", "answer")).isEqualTo(2);
    assertThat(roots("--where", "order=o-1")).isEqualTo(1);
    assertThat(roots("--since", "2026-09-21T14:13:21Z")).isEqualTo(2);
    assertThat(roots("--until", "2026-09-21T14:13:21Z")).isEqualTo(1);
    assertThat(roots("--version", "7")).isZero();
  }

  @Test
  void noRunLeft_isSaid() {
    assertThat(shell.run("analyze", "--service", "nobody", "runs.jsonl")).isZero();
    assertThat(shell.errLines()).containsExactly("heddle: no run passes the filters");
  }

  @Test
  void missingFile_isNamed() {
    assertThat(shell.run("analyze", "absent.json")).isEqualTo(2);
    assertThat(shell.errLines()).singleElement().asString().contains("absent.json", "no such file");
  }

  @Test
  void missingFolderOfTheOutput_isNamed() {
    assertThat(shell.run("stats", "-o", "absent/stats.txt", "runs.jsonl")).isEqualTo(2);
    assertThat(shell.errLines())
        .singleElement()
        .asString()
        .contains("-o", "absent/stats.txt", "no such file or folder");
  }

  @Test
  void garbage_isNamedWithItsFirstByte() throws IOException {
    Files.write(directory.resolve("garbage"), new byte[] {(byte) 0xfe, 3, 9, 0, 0, 1});
    assertThat(shell.run("analyze", "garbage")).isEqualTo(2);
    assertThat(shell.errLines()).singleElement().asString().contains("garbage", "byte");
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void damagedLine_isNumberedAndTheRestAnalysed() throws IOException {
    damageTheSecondLine();
    assertThat(shell.run("critical-path", "--format", "json", "damaged.jsonl")).isZero();
    assertThat(shell.out()).hasLineCount(2);
    assertThat(shell.errLines()).singleElement().asString().contains("damaged.jsonl", "line 2");
  }

  @Test
  void damagedLine_isTheEndWhenStrict() throws IOException {
    damageTheSecondLine();
    assertThat(shell.run("critical-path", "--strict", "damaged.jsonl")).isEqualTo(2);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.errLines()).singleElement().asString().contains("line 2");
  }

  @Test
  void folder_isAllItsFilesAndNamesWhatIsNoTrace() throws IOException {
    shell.write("folder/a/one.jsonl", TraceLine.of("mail", "answer", 0));
    shell.write("folder/two.jsonl", TraceLine.of("mail", "answer", 1));
    shell.write("folder/readme.txt", "not a trace");
    assertThat(shell.run("critical-path", "--format", "json", "folder")).isZero();
    assertThat(shell.out()).hasLineCount(2);
    assertThat(shell.errLines()).singleElement().asString().contains("readme.txt");
  }

  @Test
  void sampledTraces_areSaidAndStandBesideTheCounts() throws IOException {
    String sampled =
        "3 spans come from sampled traces (ot=th); counts are of what was sent, not of";
    shell.write(
        "sampled.jsonl",
        TraceLine.of("mail", "answer", 0)
            .replace("\"spanId\"", "\"traceState\":\"ot=th:8\",\"spanId\""));
    for (String command : List.of("stats", "analyze")) {
      assertThat(shell.run(command, "--format", "json", "sampled.jsonl")).isZero();
      assertThat(shell.errLines()).containsExactly("heddle: " + sampled + " what ran");
      assertThat(shell.out()).contains(sampled);
    }
  }

  @Test
  void explainedMapping_saysWhatDecidedHowOften() {
    assertThat(shell.run("stats", "--explain-mapping", "--format", "json", "runs.jsonl")).isZero();
    assertThat(shell.out().replaceAll("\\s+", ""))
        .contains("\"unmapped\":0")
        .contains(
            "{\"service\":\"mail\",\"field\":\"node\",\"attribute\":\"spanname\","
                + "\"source\":\"generic\",\"spans\":6}");
  }

  @Test
  void mapping_isSilentUnlessAsked() {
    shell.run("stats", "--format", "json", "runs.jsonl");
    assertThat(shell.out()).doesNotContain("mapping");
  }

  @Test
  void formThatDoesNotExist_isBadUsage() {
    assertThat(shell.run("stats", "--explain-mapping", "--format", "csv", "runs.jsonl"))
        .isEqualTo(2);
    assertThat(shell.errLines())
        .containsExactly("heddle: --format: there is no csv form of the mapping");
  }

  @Test
  void impossibleLevel_isBadUsage() {
    assertThat(shell.run("recommend", "--level", "0", "runs.jsonl")).isEqualTo(2);
    assertThat(shell.errLines()).singleElement().asString().contains("--level", "0");
    assertThat(shell.run("recommend", "--level", "0.05", "runs.jsonl")).isZero();
  }

  @Test
  void damagedPrices_nameTheLine() throws IOException {
    shell.write("prices.json", "{\"currency\":\"USD\",", "oops");
    assertThat(shell.run("stats", "--prices", "prices.json", "runs.jsonl")).isEqualTo(2);
    assertThat(shell.errLines())
        .singleElement()
        .asString()
        .contains("--prices", "prices.json", "line 2");
  }

  private void damageTheSecondLine() throws IOException {
    shell.write(
        "damaged.jsonl",
        TraceLine.of("mail", "answer", 0),
        "{\"resourceSpans\":[{]}",
        TraceLine.of("mail", "answer", 1));
  }

  private long roots(String... filter) {
    Stream<String> all =
        Stream.of(
                Stream.of("critical-path", "--format", "json"),
                Stream.of(filter),
                Stream.of("runs.jsonl"))
            .flatMap(part -> part);
    shell.run(all.toArray(String[]::new));
    return shell.out().lines().count();
  }
}
