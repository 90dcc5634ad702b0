package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scripts rely on: 0 done, 1 the answer is "no", 2 bad usage or bad input. */
final class ExitCodesTest {
  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void files() throws IOException {
    shell = new Shell(directory);
    shell.write("runs.jsonl", runs(60));
    shell.write("slower.jsonl", runs(90));
    shell.write("damaged.jsonl", TraceLine.of("mail", "answer", 0), "{\"resourceSpans\":[{");
    shell.write("series.json", "[1, 2, 3]");
    Files.createFile(directory.resolve("empty.jsonl"));
  }

  private static String[] runs(int fetchMs) {
    return IntStream.range(0, 40)
        .mapToObj(second -> TraceLine.of("mail", "answer", second, fetchMs + second % 3))
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | --help
          0 | --version
          0 | generate-completion
          0 | analyze runs.jsonl
          0 | stats runs.jsonl
          0 | stats runs.jsonl --service nobody
          0 | stats empty.jsonl
          0 | stats damaged.jsonl
          0 | critical-path runs.jsonl --aggregate
          0 | recommend runs.jsonl
          0 | convert runs.jsonl
          0 | change-points series.json
          0 | change-points runs.jsonl --workflow answer
          0 | what-if runs.jsonl --workflow answer --change fetch=x2
          0 | compare runs.jsonl slower.jsonl
          0 | compare runs.jsonl runs.jsonl --fail-on-regression
          0 | compare slower.jsonl runs.jsonl --fail-on-regression
          1 | compare runs.jsonl slower.jsonl --fail-on-regression
          2 | stats damaged.jsonl --strict
          2 | compare runs.jsonl
          2 | what-if runs.jsonl --workflow answer --change nobody=x2
          2 | what-if runs.jsonl --workflow answer
          2 | change-points runs.jsonl --workflow answer --node nobody --window-length 0
          2 | profile runs.jsonl
          2 | outcomes absent.jsonl
          2 | server --keep-mb 0
          2 | demo --runs none
          2 | nonsense
          2 |
          """)
  void command_endsWithItsCode(int code, String commandLine) {
    String[] arguments = commandLine == null ? new String[0] : commandLine.split(" ");

    assertThat(shell.run(arguments)).as(String.join("\n", shell.errLines())).isEqualTo(code);
    if (code == ExitCode.BAD_INPUT) {
      assertThat(shell.out()).isEmpty();
      assertThat(shell.errLines()).last().asString().startsWith("heddle: ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "analyze",
    "stats",
    "critical-path",
    "recommend",
    "convert",
    "change-points",
    "profile",
    "compare",
    "what-if",
    "verify"
  })
  void fileThatIsNotThere_isBadInput(String command) {
    assertThat(shell.run(command, "absent.jsonl")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.run(command, "--no-such-option", "runs.jsonl")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.errLines()).singleElement().asString().startsWith("heddle: ");
    assertThat(shell.run(command)).isEqualTo(ExitCode.BAD_INPUT);
  }
}
