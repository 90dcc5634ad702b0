package io.heddle.recorder.self;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of the requests with spans that were answered, or not, last.
 *
 * @param at when the collector took spans; null if it never did
 * @param spans how many it took then
 * @param failedAt when a request did not arrive, or not whole; null if that never happened
 * @param problem why, in a line; null if that never happened
 */
public record LastExport(
    @Nullable Instant at, int spans, @Nullable Instant failedAt, @Nullable String problem) {
  static final LastExport NONE = new LastExport(null, 0, null, null);

  LastExport arrived(Instant now, int taken) {
    return new LastExport(now, taken, failedAt, problem);
  }

  LastExport failed(Instant now, String reason) {
    return new LastExport(at, spans, now, reason);
  }

  /** Seconds since 1970 when the collector took spans. */
  long epochSeconds() {
    return Objects.requireNonNull(at).getEpochSecond();
  }
}
