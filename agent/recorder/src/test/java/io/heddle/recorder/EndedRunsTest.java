package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndedRunsTest {
  private static final int MORE = 100;

  private final Recorder recorder =
      Recorder.create(Settings.of(Map.of("otel.traces.exporter", "none")));
  private final Workflow workflow = recorder.workflow("testengine", "mail", null);
  private final EndedRuns runs = new EndedRuns(8L * 1024 * MORE);

  private Run run() {
    return Run.root(recorder, workflow, new Trace(workflow, 1, new SpanIds(1)));
  }

  @Test
  void drainThatIsHeldUp_findsMoreThanUsual() {
    List<Run> kept = new ArrayList<>();
    for (int i = 0; i < EndedRuns.USUAL + MORE; i++) {
      kept.add(run());
      assertThat(runs.offer(kept.get(i))).isTrue();
    }
    assertThat(runs.offer(run())).as("beyond its capacity").isFalse();
    assertThat(runs).hasSize(runs.capacity());

    List<Run> taken = new ArrayList<>();
    for (Run run = runs.poll(); run != null; run = runs.poll()) {
      taken.add(run);
    }
    assertThat(taken).containsExactlyElementsOf(kept);
    assertThat(runs.isEmpty()).isTrue();
    assertThat(runs.offer(run())).isTrue();
  }

  @Test
  void runAtHand_staysTheSameThoughOthersEnd() {
    for (int i = 0; i < EndedRuns.USUAL; i++) {
      runs.add(run());
    }
    Run last = run();
    runs.add(last);
    for (int i = 0; i < EndedRuns.USUAL; i++) {
      runs.poll();
    }
    assertThat(runs.peek()).isSameAs(last);
    runs.add(run());
    assertThat(runs.peek()).isSameAs(last);
    assertThat(runs.poll()).isSameAs(last);
    assertThat(runs).hasSize(1);
  }

  @Test
  void smallHeap_holdsNoMoreThanUsual() {
    assertThat(new EndedRuns(0).capacity()).isEqualTo(EndedRuns.USUAL);
  }
}
