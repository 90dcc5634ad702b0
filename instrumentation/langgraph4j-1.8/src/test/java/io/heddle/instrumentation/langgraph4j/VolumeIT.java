package io.heddle.instrumentation.langgraph4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.testkit.AgentJar;
import io.heddle.instrumentation.testkit.Application;
import io.heddle.instrumentation.testkit.Outcome;
import io.heddle.instrumentation.testkit.VolumeSink;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A million nodes with sampling: little is sent, and the statistics are whole. */
class VolumeIT {
  private static final int NODES = 1_000_000;
  private static final long EXECUTIONS = NODES + AllocationProgram.WARM_UP;
  private static final int RUNS = 2;
  private static final long MOST_BYTES = 256 * 1024;

  @AutoClose private final VolumeSink sink = VolumeSink.start();

  VolumeIT() throws IOException {}

  /** So small a ratio that neither of the two runs is chosen. */
  @Test
  void aMillionNodesOfSampledRuns_sendKilobytesAndAreAllCounted() throws Exception {
    Outcome outcome =
        Application.of(AllocationProgram.class, Integer.toString(NODES))
            .under(AgentJar.core(), AgentJar.locationOf(LangGraph4jModule.class))
            .with("-Dheddle.sample.ratio=0.000001", "-Dheddle.ring.slots=1048576", sink.option())
            .run();
    Map<String, Long> counts = outcome.counters();
    assertThat(counts.get("exported") + counts.get("sampled out") + counts.get("dropped"))
        .isEqualTo(EXECUTIONS + RUNS);
    assertThat(sink.count("heddle.node.duration") + sink.count("heddle.workflow.duration"))
        .isEqualTo(EXECUTIONS + RUNS - counts.get("dropped"));
    assertThat(sink.bytes()).isPositive().isLessThan(MOST_BYTES);
  }
}
