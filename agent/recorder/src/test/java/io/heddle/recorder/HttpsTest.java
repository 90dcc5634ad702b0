package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Spans and metrics to a collector that shows a certificate and asks for one. */
@Timeout(120)
class HttpsTest {
  @TempDir Path folder;

  @AutoClose private final TlsSink sink = TlsSink.start();

  private Recorder recorded(Map<String, String> certificates) {
    Map<String, String> values = new HashMap<>(certificates);
    values.put("otel.exporter.otlp.endpoint", sink.endpoint());
    values.put("otel.metric.export.interval", "20");
    Recorder recorder = Recorder.create(Settings.of(values));
    Workflow workflow = recorder.workflow("testengine", "mail", null);
    Run run = recorder.beginRun(workflow);
    recorder.lane().end(recorder.lane().begin(run, workflow.node("a", "code")), null);
    run.end(null);
    return recorder;
  }

  @Test
  void collectorThatIsKnownAndKnowsUs_getsSpansAndMetrics() throws Exception {
    Recorder recorder = recorded(sink.acquaintance(folder));
    while (sink.metrics().isEmpty() || sink.spans().size() < 2) {
      Thread.onSpinWait(); // the first request loads the exporter
    }
    recorder.close();

    assertThat(sink.spans()).containsExactlyInAnyOrder("mail", "a");
    assertThat(sink.metrics())
        .contains("heddle.node.duration", "heddle.workflow.duration", "heddle.agent.records");
    assertThat(recorder.counters().snapshot().exported()).isEqualTo(2);
  }

  @Test
  void collectorWithoutOurTrust_getsNothingAndEachSpanIsCounted() {
    Recorder recorder = recorded(Map.of());
    recorder.close();

    assertThat(sink.spans()).isEmpty();
    assertThat(sink.metrics()).isEmpty();
    assertThat(recorder.counters().snapshot().failed()).isEqualTo(2);
  }
}
