package io.heddle.recorder;

import io.heddle.recorder.value.ValueHasher;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Random numbers to seed streams of ids with. The entropy is fetched on first use; from the kernel
 * where it can be read, because the JDK's security providers are 60 classes. Thread-safe,
 * lock-free.
 */
final class Seeds {
  private static final long UNSEEDED = 0;
  private static final long GAMMA = 0xd1b54a32d192ed03L;
  private static final String KERNEL = "/dev/urandom";

  private final AtomicLong state = new AtomicLong(UNSEEDED);

  long next() {
    if (state.get() == UNSEEDED) {
      state.compareAndSet(UNSEEDED, entropy() | 1);
    }
    return ValueHasher.mix(state.getAndAdd(GAMMA));
  }

  private static long entropy() {
    try (InputStream kernel = new FileInputStream(KERNEL)) {
      return new DataInputStream(kernel).readLong();
    } catch (IOException elsewhere) {
      return new SecureRandom().nextLong();
    }
  }
}
