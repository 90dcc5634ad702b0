package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LastExportTest {
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
    assertThat(recorder.counters().lastExport()).isEqualTo(LastExport.NONE);
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

  @Test
  void problemOfEarlier_staysBesideWhatArrivesLater() {
    Instant early = Instant.ofEpochSecond(1);
    Instant late = Instant.ofEpochSecond(2);
    assertThat(LastExport.NONE.failed(early, "away").arrived(late, 7))
        .isEqualTo(new LastExport(late, 7, early, "away"));
  }
}
