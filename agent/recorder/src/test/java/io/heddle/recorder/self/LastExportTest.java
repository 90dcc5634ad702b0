package io.heddle.recorder.self;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LastExportTest {
  @Test
  void problemOfEarlier_staysBesideWhatArrivesLater() {
    Instant early = Instant.ofEpochSecond(1);
    Instant late = Instant.ofEpochSecond(2);
    assertThat(LastExport.NONE.failed(early, "away").arrived(late, 7))
        .isEqualTo(new LastExport(late, 7, early, "away"));
  }
}
