package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

  /** Else the help is preceded by a warning about the format. */
  @Test
  void everyDescription_isAFormatOfItself() {
    CommandLine heddle = new CommandLine(new Heddle(), shell.commands());
    List<String> lines =
        heddle.getSubcommands().values().stream()
            .flatMap(it -> it.getCommandSpec().args().stream())
            .flatMap(it -> Stream.of(it.description()))
            .toList();
    assertThat(lines).hasSizeGreaterThan(100).allSatisfy(line -> line.formatted());
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
