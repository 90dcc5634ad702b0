package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StreamingTest {
  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void manyRuns() throws IOException {
    shell = new Shell(directory);
    shell.write(
        "runs.jsonl",
        IntStream.range(0, 6_600)
            .mapToObj(i -> TraceLine.of("mail", i % 3 == 0 ? "answer" : "sort", i))
            .toArray(String[]::new));
  }

  @Test
  void figures_areThoseOfTheWholeButDragAndSlack() {
    String whole = json("stats", "--format", "json", "--explain-mapping", "runs.jsonl");
    String stream =
        json("stats", "--format", "json", "--explain-mapping", "--stream", "runs.jsonl");

    assertThat(stream)
        .isEqualTo(whole.replaceAll("\"(dragMs|slackMs)\" : [0-9.E-]+", "\"$1\" : null"));
    assertThat(stream).contains("\"runs\" : 2200");
  }

  @Test
  void filters_chooseRuns() {
    assertThat(json("stats", "--format", "json", "--stream", "--workflow", "sort", "runs.jsonl"))
        .contains("\"sort\"")
        .doesNotContain("\"answer\"");
    assertThat(shell.run("stats", "--stream", "--workflow", "none", "runs.jsonl")).isZero();
    assertThat(shell.errLines()).containsExactly("heddle: no run passes the filters");
  }

  @Test
  void spansThatCameTwice_areCounted() throws IOException {
    shell.write(
        "twice.jsonl", TraceLine.of("mail", "answer", 1), TraceLine.of("mail", "answer", 1));

    for (String how : new String[] {"--stream", "--format=text"}) {
      assertThat(shell.run("stats", how, "twice.jsonl")).isZero();
      assertThat(shell.out()).contains("3 spans came twice; one of each was kept");
    }
  }

  private String json(String... arguments) {
    assertThat(shell.run(arguments)).isZero();
    return shell.out();
  }
}
