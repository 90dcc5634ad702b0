package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command in every format: it exists, is not empty, and is the same each time. */
final class FormatsTest {
  private static final List<String> FORMATS = List.of("text", "markdown", "html", "json", "csv");
  private static final List<String> COMMANDS =
      List.of(
          "analyze slower.jsonl base.jsonl",
          "stats slower.jsonl",
          "stats --by order slower.jsonl",
          "critical-path slower.jsonl",
          "critical-path --aggregate slower.jsonl",
          "recommend slower.jsonl",
          "compare base.jsonl slower.jsonl",
          "what-if --change fetch=x0.5 slower.jsonl",
          "change-points series.json");

  @TempDir private Path directory;

  static Stream<Arguments> commandsAndFormats() {
    return COMMANDS.stream()
        .flatMap(command -> FORMATS.stream().map(format -> Arguments.of(command, format)));
  }

  @ParameterizedTest(name = "{0} --format {1}")
  @MethodSource("commandsAndFormats")
  void sameInput_givesTheSameBytes(String command, String format) throws IOException {
    Shell shell = new Shell(directory);
    shell.write("base.jsonl", lines(0, 60));
    shell.write("slower.jsonl", lines(1_000, 90));
    shell.write("series.json", series());
    String[] arguments = arguments(command, format);
    assertThat(shell.run(arguments)).isZero();
    String first = shell.out();
    assertThat(shell.run(arguments)).isZero();
    assertThat(shell.out()).isNotEmpty().isEqualTo(first).startsWith(beginning(format));
    assertThat(shell.errLines()).isEmpty();
  }

  private static String beginning(String format) {
    return switch (format) {
      case "html" -> "<!doctype html>\n<html lang=\"en\">";
      case "json" -> "{";
      default -> "";
    };
  }

  private static String[] arguments(String command, String format) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.addAll(List.of("--format", format));
    return arguments.toArray(String[]::new);
  }

  private static String series() {
    return IntStream.range(0, 80).mapToObj(i -> i < 40 ? "10" : "20").toList().toString();
  }

  private static String[] lines(int from, int fetchMs) {
    return IntStream.range(0, 20)
        .mapToObj(i -> TraceLine.of("mail", "answer", from + i, fetchMs + i % 5))
        .toArray(String[]::new);
  }
}
