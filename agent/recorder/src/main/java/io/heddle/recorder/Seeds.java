package io.heddle.recorder;

import io.heddle.recorder.value.ValueHasher;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Random numbers to seed streams of ids with. The entropy is fetched on first use, because security
 * providers must not be touched before the application's main. Thread-safe, lock-free.
 */
final class Seeds {
  private static final long UNSEEDED = 0;
  private static final long GAMMA = 0xd1b54a32d192ed03L;

  private final AtomicLong state = new AtomicLong(UNSEEDED);

  long next() {
    if (state.get() == UNSEEDED) {
      state.compareAndSet(UNSEEDED, new SecureRandom().nextLong() | 1);
    }
    return ValueHasher.mix(state.getAndAdd(GAMMA));
  }
}
