package io.heddle.instrumentation.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.testkit.toy.PressedProgram;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The circuit breaker of the packaged agent in a process that needs its resources itself. */
@Timeout(120)
class PauseIT {
  private static final String PROGRAM = PressedProgram.class.getName();

  @TempDir private Path directory;

  @Test
  void fullHeap_pausesRecordingUntilThereIsRoomAgain() throws Exception {
    assertPausesBetween(
        "fill", "recording pauses: the heap is", "free", "-Dheddle.pause.heap=50", "-Xmx64m");
  }

  @Test
  void busyProcessors_pauseRecordingUntilTheyRest() throws Exception {
    assertPausesBetween(
        "burn",
        "recording pauses: the process uses",
        "rest",
        "-Dheddle.pause.heap=100",
        "-Dheddle.pause.cpu=5");
  }

  private void assertPausesBetween(String need, String said, String relief, String... limits)
      throws Exception {
    try (OtlpSink sink = OtlpSink.start();
        Dialogue program = Dialogue.with(recorded(sink).with(limits), directory)) {
      assertThat(program.ask("work")).isEqualTo("work 4");
      assertThat(program.ask(need)).isEqualTo(need + " 4");
      program.awaitErr(said);
      assertThat(program.ask("unseen")).isEqualTo("unseen 6");
      assertThat(program.ask(relief)).isEqualTo(relief + " 4");
      program.awaitErr("recording goes on");
      assertThat(program.ask("work")).isEqualTo("work 4");
      program.end();

      assertThat(sink.spans().roots())
          .extracting(RecordedSpan::name)
          .containsExactly("work work", "work " + need, "work work");
      assertThat(program.err()).contains("pauses 1");
    }
  }

  private static Application recorded(OtlpSink sink) {
    return Application.of(PressedProgram.class)
        .on(AgentJar.locationOf(PressedProgram.class).toString())
        .exportingTo(sink)
        .with(
            "-javaagent:" + AgentJar.core(),
            "-Dheddle.status.dir=off",
            "-XX:+UseSerialGC",
            "-Dheddle.methods=workflow:%s[work]=work {0};%s[node]".formatted(PROGRAM, PROGRAM),
            "-Dheddle.log=debug");
  }
}
