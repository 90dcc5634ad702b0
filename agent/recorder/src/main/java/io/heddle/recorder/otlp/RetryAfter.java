package io.heddle.recorder.otlp;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Retry-After} header (RFC 9110, section 10.2.3): seconds, or a date. */
final class RetryAfter {
  private RetryAfter() {}

  /** How long to wait; 0 when it is absent, senseless or past. */
  static long nanos(@Nullable String header) {
    if (header == null) {
      return 0;
    }
    return header.matches("\\d{1,9}")
        ? TimeUnit.SECONDS.toNanos(Long.parseLong(header))
        : nanosUntil(header);
  }

  private static long nanosUntil(String date) {
    try {
      Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      long seconds = Duration.between(Instant.now(), then).toSeconds();
      return TimeUnit.SECONDS.toNanos(Math.max(0, seconds));
    } catch (DateTimeException e) {
      return 0;
    }
  }
}
