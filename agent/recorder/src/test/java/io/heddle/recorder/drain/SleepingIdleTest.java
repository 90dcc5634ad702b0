package io.heddle.recorder.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long the drain sleeps between its steps, in a time of the test's own. */
class SleepingIdleTest {
  private static final long MS = 1_000_000;

  private final List<Long> sleeps = new ArrayList<>();
  private final SleepingIdle idle = new SleepingIdle(sleeps::add);

  @Test
  void underLoad_fiveMillisecondsLieBetweenAnyTwoSteps() {
    steps(1_000, DutyCycle.MUCH);

    assertThat(sleeps).hasSize(1_000).containsOnly(5 * MS);
  }

  @Test
  void underLittleLoad_twentyMillisecondsLieBetweenSteps() {
    steps(1, DutyCycle.MUCH);
    steps(4, 1);

    assertThat(sleeps).containsExactly(5 * MS, 10 * MS, 20 * MS, 20 * MS, 20 * MS);
  }

  @Test
  void betweenMuchAndLittleWork_sleepsStayAsTheyAre() {
    steps(1, DutyCycle.MUCH);
    steps(1, 1);
    steps(3, DutyCycle.MUCH - 1);

    assertThat(sleeps).containsExactly(5 * MS, 10 * MS, 10 * MS, 10 * MS, 10 * MS);
  }

  @Test
  void whenNothingHappens_itWakesUpAtMostTenTimesASecond() {
    steps(10, 0);
    sleeps.clear();
    steps(80, 0);

    long passedMs = sleeps.stream().mapToLong(Long::longValue).sum() / MS;
    assertThat(sleeps.size() * 1_000L / passedMs).isBetween(1L, 10L);
  }

  @Test
  void workAfterALongPause_makesSleepsShortAtOnce() {
    steps(10, 0);
    sleeps.clear();
    steps(1, 5);
    steps(1, DutyCycle.MUCH);

    assertThat(sleeps).containsExactly(20 * MS, 5 * MS);
  }

  @Test
  void firstSleep_isLongWhileTheApplicationStarts() {
    steps(1, 0);

    assertThat(sleeps).containsExactly(125 * MS);
  }

  private void steps(int count, int work) {
    for (int i = 0; i < count; i++) {
      idle.idle(work);
    }
  }
}
