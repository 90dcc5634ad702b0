package io.heddle.receiver;

import java.time.Duration;

/**
 * What the receiver holds at most.
 *
 * @param maxBodyBytes one request, as sent and as unpacked
 * @param maxPendingBytes all requests that are being read or wait for the {@link Sink}
 * @param retryAfter how long a refused sender is asked to wait; whole seconds
 */
public record Limits(int maxBodyBytes, long maxPendingBytes, Duration retryAfter) {
  public static final Limits DEFAULT = new Limits(64 << 20, 256L << 20, Duration.ofSeconds(1));

  public Limits {
    if (maxBodyBytes <= 0 || maxPendingBytes < maxBodyBytes) {
      throw new IllegalArgumentException(
          "maxBodyBytes %d must be positive and at most maxPendingBytes %d"
              .formatted(maxBodyBytes, maxPendingBytes));
    }
  }

  /** The refusal of a request that would exceed {@link #maxPendingBytes}. */
  RefusedRequest busy() {
    return new RefusedRequest(
        Refusal.BUSY,
        "more than %d bytes of requests are waiting; retry in %d s"
            .formatted(maxPendingBytes, retryAfter.toSeconds()));
  }

  /** The refusal of a body of {@code bytes}. */
  RefusedRequest tooLarge(long bytes) {
    return new RefusedRequest(
        Refusal.TOO_LARGE,
        "body of %d bytes exceeds the limit of %d; send smaller batches"
            .formatted(bytes, maxBodyBytes));
  }
}
