package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClocksTest {
  private static final String SPAN =
      "{\"resource\":{\"attributes\":[{\"key\":\"host.name\",\"value\":{\"stringValue\":\"%s\"}},"
          + "{\"key\":\"service.name\",\"value\":{\"stringValue\":\"%s\"}}]},\"scopeSpans\":[{\"spans\":"
          + "[{\"traceId\":\"0000000000000000000000000000000a\",\"spanId\":\"000000000000000%d\",%s"
          + "\"name\":\"%s\",\"startTimeUnixNano\":\"%d000000\",\"endTimeUnixNano\":\"%d000000\"}]}]}";

  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void calleeWhoseClockIsSlow() throws IOException {
    shell = new Shell(directory);
    String caller = SPAN.formatted("a", "front", 1, "", "ask", 1010, 1110);
    String callee =
        SPAN.formatted(
            "b", "back", 2, "\"parentSpanId\":\"0000000000000001\",", "answer", 900, 950);
    shell.write("runs.jsonl", "{\"resourceSpans\":[" + caller + "," + callee + "]}");
  }

  @Test
  void nothingIsMoved_unlessAskedFor() {
    assertThat(shell.run("critical-path", "--format", "json", "runs.jsonl")).isZero();
    assertThat(shell.out()).doesNotContain("clock-skew");
    assertThat(shell.errLines()).isEmpty();
  }

  @Test
  void movedSpans_areSaidAndFlagged() {
    assertThat(shell.run("critical-path", "--format", "json", "--skew-max", "200", "runs.jsonl"))
        .isZero();
    assertThat(shell.out()).contains("\"clock-skew-adjusted\"", "\"startNs\":\"1035000000\"");
    assertThat(shell.errLines())
        .singleElement()
        .asString()
        .contains("span 0000000000000002 moved by +135.000 ms");
  }

  @Test
  void whatIsTooFarOff_isSaidAndNotMoved() {
    assertThat(shell.run("stats", "--format", "json", "--skew-max", "20", "runs.jsonl")).isZero();
    assertThat(shell.errLines()).singleElement().asString().contains("not moved");
  }

  @Test
  void negativeMaximum_isRefused() {
    assertThat(shell.run("critical-path", "--skew-max", "-1", "runs.jsonl")).isEqualTo(2);
    assertThat(shell.errLines()).first().asString().contains("--skew-max");
  }
}
