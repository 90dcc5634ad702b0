package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompareCommandTest {
  private static final int RUNS = 40;

  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void twoVersions() throws IOException {
    shell = new Shell(directory);
    shell.write("base.jsonl", lines(0, 60));
    shell.write("slower.jsonl", lines(1_000, 90));
  }

  @Test
  void slowerNode_isTheFirstCause() {
    assertThat(shell.run("compare", "--format", "json", "base.jsonl", "slower.jsonl")).isZero();
    assertThat(shell.out().replaceAll("\\s+", ""))
        .contains("\"runs\":{\"base\":40,\"current\":40}")
        .contains("\"causes\":[{\"service\":\"mail\",\"node\":\"fetch\",\"kind\":\"self\"");
    assertThat(shell.errLines()).isEmpty();
  }

  @Test
  void regression_failsOnlyWhenAsked() {
    assertThat(shell.run("compare", "base.jsonl", "slower.jsonl")).isZero();
    assertThat(shell.out()).contains("longer than before").contains("fetch");
    assertThat(shell.run("compare", "--fail-on-regression", "base.jsonl", "slower.jsonl"))
        .isEqualTo(ExitCode.NO);
    assertThat(shell.run("compare", "--fail-on-regression", "slower.jsonl", "base.jsonl")).isZero();
  }

  @Test
  void sameRuns_didNotChange() {
    assertThat(shell.run("compare", "--fail-on-regression", "base.jsonl", "base.jsonl")).isZero();
    assertThat(shell.out()).contains("No change of the run's duration that holds");
  }

  @Test
  void times_splitOneInput() {
    assertThat(
            shell.run(
                "compare",
                "--fail-on-regression",
                "--base-to=2026-09-21T14:20:00Z",
                "--current-from=2026-09-21T14:20:00Z",
                "base.jsonl",
                "slower.jsonl"))
        .isEqualTo(ExitCode.NO);
  }

  @Test
  void attribute_splitsOneInput() {
    assertThat(
            shell.run(
                "compare",
                "--by=order",
                "--base=o-1",
                "--current=o-1001",
                "--format=json",
                "base.jsonl",
                "slower.jsonl"))
        .isZero();
    assertThat(shell.out().replaceAll("\\s+", "")).contains("\"runs\":{\"base\":1,\"current\":1}");
  }

  @Test
  void groupsThatAreNone_areNamed() {
    assertThat(shell.run("compare", "base.jsonl")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.errLines()).singleElement().asString().contains("two files");
    assertThat(shell.run("compare", "--by=order", "base.jsonl")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.errLines()).singleElement().asString().contains("--base and --current");
    assertThat(shell.run("compare", "--level=7", "base.jsonl", "base.jsonl"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.errLines()).singleElement().asString().contains("--level");
  }

  private static String[] lines(int first, int fetchMs) {
    return IntStream.range(first, first + RUNS)
        .mapToObj(second -> TraceLine.of("mail", "answer", second, fetchMs + second % 7))
        .toArray(String[]::new);
  }
}
