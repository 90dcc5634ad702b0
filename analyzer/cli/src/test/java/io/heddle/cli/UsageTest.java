package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class UsageTest {
  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(directory);
  }

  @Test
  void help_namesEveryCommand() {
    assertThat(shell.run("--help")).isZero();
    assertThat(shell.out())
        .contains("demo", "analyze", "stats", "critical-path", "recommend", "server")
        .contains("generate-completion");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "analyze",
        "stats",
        "critical-path",
        "recommend",
        "compare",
        "change-points",
        "convert",
        "verify",
        "outcomes",
        "what-if",
        "profile",
        "server",
        "doctor"
      })
  void helpOfACommand_saysWhatItIsFor(String command) {
    assertThat(shell.run(command, "--help")).isZero();
    assertThat(shell.out()).startsWith("Usage: heddle " + command);
  }

  /** Of a text that is no format the library complains on the standard error of the process. */
  @Test
  void helpOfEveryCommand_isPrintedWithoutAComplaint() {
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
    try {
      Set<String> commands =
          new CommandLine(new Heddle(), shell.commands()).getSubcommands().keySet();
      assertThat(commands)
          .hasSizeGreaterThan(10)
          .allSatisfy(it -> assertThat(shell.run("help", it)).isZero());
    } finally {
      System.setErr(before);
    }
    assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void version_isOneLine() {
    assertThat(shell.run("--version")).isZero();
    assertThat(shell.out()).startsWith("heddle ").hasLineCount(1);
  }

  @Test
  void unknownOption_isNamedInOneLine() {
    assertThat(shell.run("analyze", "--colour", "x.json")).isEqualTo(2);
    assertThat(shell.errLines()).singleElement().asString().contains("--colour");
  }

  @Test
  void noCommand_pointsToTheHelp() {
    assertThat(shell.run()).isEqualTo(2);
    assertThat(shell.errLines()).singleElement().asString().contains("heddle --help");
  }

  @Test
  void unknownFormat_namesTheKnownOnes() {
    assertThat(shell.run("analyze", "--format", "pdf", "x.json")).isEqualTo(2);
    assertThat(shell.errLines())
        .singleElement()
        .asString()
        .contains("--format", "pdf", "text", "markdown", "html", "json", "csv");
  }

  @Test
  void badTime_saysWhatATimeLooksLike() {
    assertThat(shell.run("stats", "--since", "yesterday", "x.json")).isEqualTo(2);
    assertThat(shell.errLines())
        .singleElement()
        .asString()
        .contains("--since", "yesterday", "2026-11-21T09:00:00Z");
  }
}
