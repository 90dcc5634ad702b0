package io.heddle.instrumentation.langgraph4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.Execution;
import io.heddle.recorder.Lane;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.Run;
import io.heddle.recorder.Workflow;
import io.heddle.recorder.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of reads on other threads. */
class ReadsElsewhereTest {
  private final Recorder recorder =
      Recorder.create(Settings.of(Map.of("otel.traces.exporter", "none")));
  private final Workflow workflow = recorder.workflow("e", "w", null);
  private final Run run = recorder.beginRun(workflow);
  private final Lane lane = recorder.lane();
  private final Execution execution = lane.begin(run, workflow.node("n", "code"));
  private final ReadsElsewhere reads = new ReadsElsewhere();

  @AfterEach
  void close() {
    lane.end(execution, null);
    run.end(null);
    recorder.close();
  }

  @Test
  void wholeState_isHandedOverToItsOpening() {
    Map<String, Object> data = Map.of("a", 1);
    reads.one(7, "a", 1);
    reads.all(7, data);

    assertThat(reads.handOver(7, execution)).isSameAs(data);
    assertThat(reads.handOver(7, execution)).isNull();
  }

  @Test
  void readsOfAnotherOpening_areForgotten() {
    reads.all(7, Map.of("a", 1));

    assertThat(reads.handOver(8, execution)).isNull();
    assertThat(reads.handOver(7, execution)).isNull();
  }

  @Test
  void ofSeveralWholeStates_theLastCounts() {
    Map<String, Object> last = Map.of("b", 2);
    reads.all(1, Map.of("a", 1));
    reads.all(1, last);

    assertThat(reads.handOver(1, execution)).isSameAs(last);
  }
}
