package io.heddle.instrumentation.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.testkit.toy.VolumeProgram;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Nodes in numbers, sent with default settings to a collector on loopback. With {@code
 * -Dheddle.volume.seconds=60} the steady load is as long as promised, and every span must arrive;
 * without, a busy machine may keep drain and collector from their work.
 */
@Timeout(300)
class VolumeIT {
  private static final String PROGRAM = VolumeProgram.class.getName();
  private static final int RUNS_A_SECOND = 100;
  private static final int PERIOD_MS = 10;
  private static final int SHORT_SECONDS = 2;
  private static final int FULL_SPEED_RUNS = 500;

  private final Integer promisedSeconds = Integer.getInteger("heddle.volume.seconds");

  @AutoClose private final VolumeSink sink = VolumeSink.start();

  VolumeIT() throws Exception {}

  @Test
  void hundredThousandASecond_areAllAccountedForAndTheirSumsExact() throws Exception {
    int seconds = promisedSeconds == null ? SHORT_SECONDS : promisedSeconds;
    Map<String, Long> counts = counts(1, seconds * RUNS_A_SECOND, PERIOD_MS);
    if (promisedSeconds != null) {
      assertThat(sink.spans()).isEqualTo(counts.get("recorded"));
      assertThat(counts).containsEntry("dropped", 0L);
    }
    if (sink.spans() == counts.get("recorded")) {
      assertThat(sink.sumNs("heddle.node.duration") + sink.sumNs("heddle.workflow.duration"))
          .isEqualTo(sink.durationNs());
    }
  }

  @Test
  void twoThreadsAtFullSpeed_areAccountedForToTheLastRecord() throws Exception {
    counts(2, FULL_SPEED_RUNS, 0);
  }

  private Map<String, Long> counts(int threads, int runs, int periodMs) throws Exception {
    Outcome outcome = program(threads, runs, periodMs).run();
    Map<String, Long> counts = outcome.counters();

    long made = (long) threads * runs * (VolumeProgram.CALLS + 1);
    assertThat(counts.get("recorded") + counts.get("dropped")).isEqualTo(made);
    assertThat(counts.get("exported") + counts.get("discarded")).isEqualTo(counts.get("recorded"));
    assertThat(counts).containsEntry("failed", 0L).containsEntry("errors", 0L);
    assertThat(sink.spans()).isPositive().isEqualTo(counts.get("exported"));
    assertThat(sink.count("heddle.node.duration") + sink.count("heddle.workflow.duration"))
        .isEqualTo(counts.get("recorded"));
    return counts;
  }

  private Application program(int threads, int runs, int periodMs) {
    return Application.of(
            VolumeProgram.class,
            Integer.toString(threads),
            Integer.toString(runs),
            Integer.toString(periodMs))
        .on(AgentJar.locationOf(VolumeProgram.class).toString())
        .with(
            "-javaagent:" + AgentJar.core(),
            sink.option(),
            "-Dheddle.log=debug",
            "-Dheddle.methods=workflow:" + PROGRAM + "[run];" + PROGRAM + "[call]");
  }
}
