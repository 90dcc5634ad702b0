package io.heddle.receiver;

import com.linecorp.armeria.common.HttpData;
import org.jspecify.annotations.Nullable;

/**
 * Watches a body arrive. What exceeds a limit is read and dropped, because a sender that is cut off
 * while it writes never sees the answer. Used by one event loop.
 */
final class Body {
  private final Limits limits;
  private final Budget.Reservation reservation;
  private long received;
  private boolean busy;

  Body(Limits limits, Budget.Reservation reservation) {
    this.limits = limits;
    this.reservation = reservation;
  }

  Budget.Reservation reservation() {
    return reservation;
  }

  /** The same data, or nothing if it is too much. */
  HttpData admit(HttpData data) {
    received += data.length();
    busy = busy || (!tooLarge() && !reservation.grow(data.length()));
    if (!tooLarge() && !busy) {
      return data;
    }
    data.close();
    return HttpData.empty();
  }

  /** Throws unless the whole body was admitted. */
  void check() throws RefusedRequest {
    if (tooLarge()) {
      throw limits.tooLarge(received);
    }
    if (busy) {
      throw limits.busy();
    }
  }

  /** Gives the memory back when the request broke off. */
  void closeIf(@Nullable Throwable failure) {
    if (failure != null) {
      reservation.close();
    }
  }

  private boolean tooLarge() {
    return received > limits.maxBodyBytes();
  }
}
