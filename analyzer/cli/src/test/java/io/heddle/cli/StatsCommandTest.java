package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups of runs, as {@code stats --by} tells them apart. */
final class StatsCommandTest {
  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void threeRuns() throws IOException {
    shell = new Shell(directory);
    shell.write(
        "runs.jsonl",
        TraceLine.of("mail", "answer", 0),
        TraceLine.of("mail", "answer", 1),
        TraceLine.of("mail", "answer", 1_000).replace("\"order\"", "\"none\""));
  }

  @Test
  void group_isARowOfItsOwnAndSoAreRunsWithoutTheAttribute() {
    assertThat(shell.run("stats", "--by", "order", "--format", "json", "runs.jsonl")).isZero();
    assertThat(shell.out().replaceAll("\\s+", ""))
        .contains("\"group\":{\"attribute\":\"order\",\"value\":\"o-0\"},\"runs\":1,")
        .contains("\"group\":{\"attribute\":\"order\",\"value\":\"o-1\"},\"runs\":1,")
        .contains("\"group\":{\"attribute\":\"order\",\"value\":null},\"runs\":1,");
    assertThat(shell.errLines()).isEmpty();
  }

  @Test
  void textAndMarkdown_setTheGroupsSideBySide() {
    assertThat(shell.run("stats", "--by", "order", "runs.jsonl")).isZero();
    assertThat(shell.out())
        .contains("mail · 3 runs · 0 failed")
        .contains("order = o-0", "without order")
        .containsPattern("\\(none\\) +1 +0 +100 ms");
    assertThat(shell.run("stats", "--by", "order", "--format", "markdown", "runs.jsonl")).isZero();
    assertThat(shell.out()).contains("| order | runs |", "| o-1 | 1 | 0 | 100 ms |");
  }

  @Test
  void csv_namesTheGroupOfEachNode() {
    assertThat(shell.run("stats", "--by", "order", "--format", "csv", "runs.jsonl")).isZero();
    assertThat(shell.out().lines()).first().asString().endsWith(",group");
    assertThat(shell.out().lines()).filteredOn(line -> line.endsWith(",o-1")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--stream", "--strict"})
  void attributeThatNoRunCarries_isSaid(String how) {
    assertThat(shell.run("stats", how, "--by", "oder", "runs.jsonl")).isZero();
    assertThat(shell.errLines())
        .containsExactly("heddle: --by oder: no run carries this attribute");
  }

  @Test
  void ungrouped_saysNothingOfGroups() {
    shell.run("stats", "--format", "json", "runs.jsonl");
    assertThat(shell.out()).doesNotContain("group");
  }
}
