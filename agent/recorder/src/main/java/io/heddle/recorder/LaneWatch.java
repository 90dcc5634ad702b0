package io.heddle.recorder;

import io.heddle.recorder.value.ValueHasher;
import java.util.concurrent.TimeUnit;

/**
 * What the drain knows of one lane: how much it records of late, and which of its leaves is sampled
 * next. Apart from the lane, whose thread would otherwise lose its cache line to each look. Drain
 * thread only.
 */
final class LaneWatch {
  private static final long SAMPLED_ONE_IN = 1_024;
  private static final long SAMPLES_APART_NS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Lane lane;
  private long seen;

  /** Nothing is granted until the lane has come here, and until some time after. */
  private long granted;

  private long grantedNano = System.nanoTime();

  LaneWatch(Lane lane) {
    this.lane = lane;
    this.seen = lane.newestId();
    this.granted = seen;
  }

  /** A measure of the ids given out since the last call; only about right. */
  long activity() {
    long before = seen;
    seen = lane.newestId();
    return seen - before;
  }

  /** Has one of the next leaves sampled if the one before was, and long enough ago. */
  void sample(long now) {
    if (seen - granted >= 0 && now - grantedNano >= SAMPLES_APART_NS) {
      granted = seen + Lane.apart(distance());
      grantedNano = now;
      lane.sampleNear(granted);
    }
  }

  /** In no step with any loop of the application. */
  private long distance() {
    return 1 + Long.remainderUnsigned(ValueHasher.mix(seen), 2 * SAMPLED_ONE_IN - 1);
  }
}
