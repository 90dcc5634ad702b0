package io.heddle.recorder;

import io.heddle.hook.HeddleHook;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Tells the hook whose lanes to try first: those that gave out most ids of late. Also has their
 * leaves sampled, and lets go of the lanes of ended threads. Drain thread only.
 */
final class Busiest {
  private static final int PLACES = 4;

  /** Steps between two looks under load: a tenth of a second. */
  private static final int EVERY = 20;

  private final @Nullable Lane[] best = new Lane[PLACES];
  private final long[] activity = new long[PLACES];
  private int steps;

  /**
   * Looks when there is nothing else to do, and now and then.
   *
   * @param lanes of threads that recorded
   * @param work how many records the drain found in this step
   */
  void step(@Nullable Lane[] lanes, int work) {
    if (work == 0 || steps++ % EVERY == 0) {
      choose(lanes);
    }
  }

  private void choose(@Nullable Lane[] lanes) {
    long now = System.nanoTime();
    Arrays.fill(best, null);
    Arrays.fill(activity, -1);
    for (int i = 0; i < lanes.length; i++) {
      Lane lane = lanes[i];
      if (lane != null && lane.owner().isAlive()) {
        insert(lane, lane.watch().activity());
        lane.watch().sample(now);
      } else if (lane != null) {
        lanes[i] = null;
      }
    }
    HeddleHook.predict(best);
  }

  private void insert(Lane lane, long recent) {
    int at = PLACES;
    while (at > 0 && recent > activity[at - 1]) {
      at--;
    }
    for (int i = PLACES - 1; i > at; i--) {
      best[i] = best[i - 1];
      activity[i] = activity[i - 1];
    }
    if (at < PLACES) {
      best[at] = lane;
      activity[at] = recent;
    }
  }
}
