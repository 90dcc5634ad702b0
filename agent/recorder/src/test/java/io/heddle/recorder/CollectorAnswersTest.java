package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.self.LastExport;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CollectorAnswersTest {
  @AutoClose private final OtlpSink sink = OtlpSink.start();
  private final Recorder recorder = sink.recorder();

  private LastExport afterRuns(int runs) {
    for (int i = 0; i < runs; i++) {
      recorder.beginRun(recorder.workflow("testengine", "mail", null)).end(null);
    }
    recorder.close();
    return recorder.counters().lastExport();
  }

  @Test
  void beforeAnything_nothingIsKnown() {
    assertThat(recorder.counters().lastExport()).isEqualTo(new LastExport(null, 0, null, null));
  }

  @Test
  void spansThatArrive_areToldWithTheirTimeAndNumber() {
    Instant before = Instant.now();
    LastExport last = afterRuns(3);
    assertThat(last.at()).isBetween(before, Instant.now());
    assertThat(last.spans()).isEqualTo(3);
    assertThat(last.problem()).isNull();
  }

  @Test
  void refusal_isToldWithItsReason() {
    sink.answer(400);
    LastExport last = afterRuns(1);
    assertThat(last.at()).isNull();
    assertThat(last.failedAt()).isNotNull();
    assertThat(last.problem()).contains("400");
  }
}
