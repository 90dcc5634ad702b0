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

  private final AtomicLong state;

  /** Tells processes apart whose states meet. Written before the state. */
  private volatile long salt;

  Seeds() {
    this(UNSEEDED, 0);
  }

  /** Seeded already, unless the state is 0. */
  Seeds(long state, long salt) {
    this.state = new AtomicLong(state);
    this.salt = salt;
  }

  long next() {
    if (state.get() == UNSEEDED) {
      seed();
    }
    return ValueHasher.mix(state.getAndAdd(GAMMA)) ^ salt;
  }

  private void seed() {
    try (InputStream kernel = new FileInputStream(KERNEL)) {
      DataInputStream random = new DataInputStream(kernel);
      seed(random.readLong(), random.readLong());
    } catch (IOException elsewhere) {
      SecureRandom random = new SecureRandom();
      seed(random.nextLong(), random.nextLong());
    }
  }

  private void seed(long first, long second) {
    salt = second;
    state.compareAndSet(UNSEEDED, first | 1);
  }
}
