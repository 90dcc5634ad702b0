package io.heddle.instrumentation.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.testkit.toy.BusyProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Methods that are woven and unwoven while eight threads are in them. With {@code
 * -Dheddle.live.changes=100} as often as promised; each change takes a second.
 */
@Timeout(300)
class LiveUnderLoadIT {
  private static final String PROGRAM = BusyProgram.class.getName();
  private static final int CHANGES = Integer.getInteger("heddle.live.changes", 5);
  private static final String RUN = "heddle.methods=workflow:" + PROGRAM + "[run]=run %d;";

  /** Each with the change's number, so that its line on standard error is its own. */
  private static final List<String> SETTINGS =
      List.of(
          RUN + PROGRAM + "[tried,halved]",
          RUN + PROGRAM + "[*]=call {0}",
          "heddle.methods=\n#%d",
          RUN + PROGRAM + "[halved]",
          "heddle.enabled=false\n" + RUN + PROGRAM + "[*]");

  @TempDir Path directory;

  @Test
  void weavingBackAndForth_changesNoResult() throws Exception {
    Path file = Files.writeString(directory.resolve("heddle.properties"), "# nothing yet\n");
    try (Dialogue program = Dialogue.with(program(file), directory)) {
      for (int i = 0; i < CHANGES; i++) {
        assertThat(program.ask("how often")).isEqualTo("wrong 0");
        long before = said(program);
        Files.writeString(file, SETTINGS.get(i % SETTINGS.size()).formatted(1000 + i));
        program.await(() -> said(program) > before, "change " + i);
      }
      assertThat(program.ask("how often")).isEqualTo("wrong 0");
      program.end();

      assertThat(program.err())
          .contains("errors 0", "misused 0", "rules off 0")
          .doesNotContain("not woven")
          .doesNotContain("stays as it is");
    }
  }

  private static long said(Dialogue program) {
    return program.err().lines().filter(line -> line.contains(" woven in ")).count();
  }

  private static Application program(Path settings) {
    return Application.of(BusyProgram.class)
        .on(AgentJar.locationOf(BusyProgram.class).toString())
        .with(
            "-javaagent:" + AgentJar.core(),
            "-Dheddle.status.dir=off",
            "-Dheddle.log=debug",
            "-Dheddle.config.file=" + settings,
            "-Dotel.traces.exporter=none",
            "-Dotel.metrics.exporter=none");
  }
}
