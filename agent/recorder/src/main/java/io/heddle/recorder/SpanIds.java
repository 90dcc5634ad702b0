package io.heddle.recorder;

import io.heddle.recorder.value.ValueHasher;

/**
 * A stream of random 64-bit ids (SplitMix64: Steele, Lea, Flood, OOPSLA 2014), never 0. One thread
 * at a time.
 */
final class SpanIds {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  SpanIds(long seed) {
    state = seed;
  }

  long next() {
    long id;
    do {
      id = ValueHasher.mix(state += GOLDEN_GAMMA);
    } while (id == 0);
    return id;
  }
}
