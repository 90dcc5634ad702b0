package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.self.Counters;
import io.heddle.recorder.settings.Settings;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that run out of stack wherever the recorder needs some. */
@Timeout(60)
class OutOfStackTest {
  private static final int THREADS = 40;
  private static final int STACK = 192 * 1024;

  private final AtomicLong ended = new AtomicLong();

  /** Each execution on the way up is ended with a little more stack than the one before. */
  private void fall(Recorder recorder, Run run, Node node) {
    Execution execution = recorder.lane().begin(run, node);
    try {
      fall(recorder, run, node);
    } finally {
      recorder.lane().end(execution, null);
      ended.incrementAndGet();
    }
  }

  /** That many frames higher up each finds other room. */
  private void fallFrom(int depth, Runnable fall) {
    if (depth > 0) {
      fallFrom(depth - 1, fall);
    } else {
      fall.run();
    }
  }

  private void struck(Recorder recorder, Node node, int depth) {
    Run run = recorder.beginRun(node.workflow());
    try {
      fallFrom(depth, () -> fall(recorder, run, node));
    } catch (StackOverflowError expected) {
      recorder.lane().end(recorder.lane().begin(run, node), null);
      ended.incrementAndGet();
    }
  }

  /**
   * With a ring for each thread, and with shared ones. A record that is claimed or counted, and
   * never there, would keep the drain from all that come after it.
   */
  @ParameterizedTest
  @ValueSource(ints = {16, 0})
  void whatHasEnded_isRecordedOrCounted(int rings) throws Exception {
    Recorder recorder =
        Recorder.create(
            Settings.of(
                Map.of(
                    "heddle.rings.max", Integer.toString(rings),
                    "otel.traces.exporter", "none",
                    "otel.metrics.exporter", "none")));
    Node node = recorder.workflow("testengine", "mail", null).node("deep", "code");
    for (int i = 0; i < THREADS; i++) {
      int depth = i;
      Thread thread = new Thread(null, () -> struck(recorder, node, depth), "struck", STACK);
      thread.start();
      thread.join();
    }
    recorder.close();
    Counters.Snapshot counts = recorder.counters().snapshot();
    assertThat(counts.recorded() + counts.dropped()).isGreaterThanOrEqualTo(ended.get());
    assertThat(counts.recorded()).isPositive();
  }
}
