package io.heddle.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.settings.PauseLimits;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
  private final CircuitBreaker breaker = new CircuitBreaker(new PauseLimits(95, 80));

  @Test
  void hostInGoodHealth_isRecorded() {
    for (int i = 0; i < 100; i++) {
      assertThat(breaker.step(0.95, 0.80)).isNull();
    }
  }

  @Test
  void fullHeap_pausesAtOnce() {
    assertThat(breaker.step(0.97, 0))
        .isEqualTo("the heap is 97 % full after a collection (heddle.pause.heap=95)");
  }

  @Test
  void busyProcessors_pauseAfterFiveSecondsInARow() {
    for (int i = 0; i < 4; i++) {
      assertThat(breaker.step(0, 1)).isNull();
    }
    assertThat(breaker.step(0, 0.5)).isNull();
    for (int i = 0; i < 4; i++) {
      assertThat(breaker.step(0, 1)).isNull();
    }
    assertThat(breaker.step(0, 1)).contains("heddle.pause.cpu=80");
  }

  @Test
  void pausedRecording_goesOnAfterFiveSecondsATenthBelowBothLimits() {
    breaker.step(0.97, 0);
    for (int i = 0; i < 10; i++) {
      assertThat(breaker.step(0.90, 0)).isNotNull();
      assertThat(breaker.step(0.50, 0.79)).isNotNull();
    }
    for (int i = 0; i < 4; i++) {
      assertThat(breaker.step(0.50, 0.50)).isNotNull();
    }
    assertThat(breaker.step(0.50, 0.50)).isNull();
  }

  @Test
  void limitOf100_neverPausesAndNeverKeepsFromGoingOn() {
    CircuitBreaker heapOnly = new CircuitBreaker(new PauseLimits(95, 100));
    for (int i = 0; i < 10; i++) {
      assertThat(heapOnly.step(0, 1)).isNull();
    }
    heapOnly.step(1, 1);
    for (int i = 0; i < 4; i++) {
      assertThat(heapOnly.step(0, 1)).isNotNull();
    }
    assertThat(heapOnly.step(0, 1)).isNull();
  }
}
