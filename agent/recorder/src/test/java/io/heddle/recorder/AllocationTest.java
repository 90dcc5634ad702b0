package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.heddle.recorder.self.Counters;
import io.heddle.recorder.settings.Settings;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class AllocationTest {
  private static final int ROUNDS = 3;
  private static final int NODES = 400_000;
  private static final int WARM_UP = 300_000;
  private static final int BURST = 2_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void synchronousNodeWithKnownNames_allocatesNothingOnceWarmAndIsNeverDropped() {
    Recorder recorder = Recorder.create(Settings.of(Map.of("otel.traces.exporter", "none")));
    Workflow workflow = recorder.workflow("testengine", "mail", null);
    Node first = workflow.node("first", "code");
    Node second = workflow.node("second", "code");
    Run run = recorder.beginRun(workflow);
    record(recorder, run, first, second, WARM_UP);

    long empty = allocatedBy(() -> {});
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      least = Math.min(least, allocatedBy(() -> record(recorder, run, first, second, NODES)));
    }
    recorder.close();

    assertThat(least - empty).as("a leak of a byte a node would be in every round").isZero();
    Counters.Snapshot counts = recorder.counters().snapshot();
    assertThat(counts.dropped()).isZero();
    assertThat(counts.recorded()).isEqualTo(WARM_UP + ROUNDS * NODES);
  }

  private long allocatedBy(Runnable work) {
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    work.run();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
  }

  /** In bursts that fit into the ring, so that nothing has to be dropped. */
  private static void record(Recorder recorder, Run run, Node first, Node second, int nodes) {
    for (int done = 0; done < nodes; done += BURST) {
      long target = recorder.counters().recorded() + BURST;
      for (int i = 0; i < BURST; i += 2) {
        one(recorder.lane(), run, first, second.id());
        one(recorder.lane(), run, second, first.id());
      }
      while (recorder.counters().recorded() < target) {
        LockSupport.parkNanos(100_000);
      }
    }
  }

  private static void one(Lane lane, Run run, Node node, String value) {
    Execution execution = lane.begin(run, node);
    execution.predecessor(execution.spanId() ^ 1);
    execution.read("customer", value);
    execution.read("order", 17);
    execution.write("answer", value);
    lane.end(execution, null);
  }
}
