package io.heddle.receiver;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes all unfinished requests may hold together. Thread-safe. */
final class Budget {
  private final long limit;
  private final AtomicLong held = new AtomicLong();

  Budget(long limit) {
    this.limit = limit;
  }

  Reservation open() {
    return new Reservation();
  }

  long held() {
    return held.get();
  }

  /** The bytes one request holds; used by one thread at a time. */
  final class Reservation implements AutoCloseable {
    private long bytes;

    private Reservation() {}

    /** Holds {@code more} bytes unless that exceeds the budget. */
    boolean grow(long more) {
      if (held.addAndGet(more) > limit) {
        held.addAndGet(-more);
        return false;
      }
      bytes += more;
      return true;
    }

    /** Gives everything back. */
    @Override
    public void close() {
      held.addAndGet(-bytes);
      bytes = 0;
    }
  }
}
