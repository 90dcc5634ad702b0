package io.heddle.instrumentation.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.testkit.toy.CallsProgram;
import org.junit.jupiter.api.Test;

/**
 * Methods woven by {@code heddle.methods} under the packaged agent, without escape analysis: what
 * the source allocates is what the thread's counter shows.
 */
class LeafAllocationIT {
  private static final String PROGRAM = CallsProgram.class.getName();
  private static final long CALLS = CallsProgram.WARM_UP + CallsProgram.ROUNDS * CallsProgram.CALLS;

  @Test
  void calls_allocateNothingAndAreAllRecorded() throws Exception {
    Outcome woven =
        Application.of(CallsProgram.class)
            .on(AgentJar.locationOf(CallsProgram.class).toString())
            .under(AgentJar.core())
            .with(
                "-XX:-DoEscapeAnalysis",
                "-Xmx512m",
                "-Dheddle.ring.slots=1048576",
                "-Dheddle.methods=workflow:" + PROGRAM + "[run];" + PROGRAM + "[call]",
                "-Dotel.traces.exporter=none",
                "-Dotel.metrics.exporter=none")
            .run();

    assertThat(woven.out()).isEqualToIgnoringNewLines("allocated=0");
    assertThat(woven.counters()).containsEntry("dropped", 0L).containsEntry("recorded", CALLS + 1);
  }
}
