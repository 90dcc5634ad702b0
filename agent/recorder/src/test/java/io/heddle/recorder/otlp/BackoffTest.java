package io.heddle.recorder.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  @Test
  void wait_doublesWithinItsJitterUntilItIsGivenUp() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      for (int failed = 1; failed < 5; failed++) {
        long middle = SECOND << (failed - 1);
        assertThat(Backoff.STANDARD.delayNs(failed, 0, random))
            .isBetween(middle * 8 / 10 - 1, middle * 12 / 10 + 1);
      }
      assertThat(Backoff.STANDARD.delayNs(5, 0, random)).isEqualTo(Backoff.GIVE_UP);
    }
  }

  @Test
  void collectorsWish_isHonouredWithinReason() {
    Random random = new Random(1);
    assertThat(Backoff.STANDARD.delayNs(1, 30 * SECOND, random)).isEqualTo(30 * SECOND);
    assertThat(Backoff.STANDARD.delayNs(1, 3_000 * SECOND, random)).isEqualTo(Backoff.LONGEST_NS);
  }

  @Test
  void retryAfter_isSecondsOrADate() {
    DateTimeFormatter dates = DateTimeFormatter.RFC_1123_DATE_TIME;
    String soon = dates.format(Instant.now().plusSeconds(100).atOffset(ZoneOffset.UTC));
    assertThat(RetryAfter.nanos("7")).isEqualTo(7 * SECOND);
    assertThat(RetryAfter.nanos(soon)).isBetween(60 * SECOND, 100 * SECOND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "soon", "99999999999999", "Thu, 01 Jan 1970 00:00:00 GMT"})
  void senselessRetryAfter_asksForNothing(String header) {
    assertThat(RetryAfter.nanos(header)).isZero();
    assertThat(RetryAfter.nanos(null)).isZero();
  }
}
