package io.heddle.benchmarks.ring;

import io.heddle.recorder.ring.ExclusiveRing;
import io.heddle.recorder.ring.Ring;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** More records than slots while the consumer drains: a slot is used again only once it is read. */
@JCStressTest
@Outcome(id = "5, 0", expect = Expect.ACCEPTABLE, desc = "all drained, in order, or dropped")
@Outcome(expect = Expect.FORBIDDEN, desc = "a record lost, doubled, out of order or in parts")
@State
public class LappedRingStress {
  private static final int RECORDS = 5;
  private static final int FIRST = 1;
  private static final int LAST = 7;

  private final ExclusiveRing ring = new ExclusiveRing(2, () -> {});
  private long drained;
  private long newest;
  private long wrong;

  @Actor
  public void writer() {
    for (long value = 1; value <= RECORDS; value++) {
      long at = ring.claim(1);
      if (at == Ring.FULL) {
        ring.drop();
      } else {
        ring.put(at, FIRST, value);
        ring.put(at, LAST, value);
        ring.commit(at, 1, 1);
        ring.fetchAhead();
      }
    }
  }

  @Actor
  public void consumer() {
    drain();
    drain();
  }

  private void drain() {
    ring.drain(
        (from, at, slots, kind) -> {
          long value = from.word(at, FIRST);
          drained++;
          wrong += value > newest && value == from.word(at, LAST) ? 0 : 1;
          newest = value;
        },
        RECORDS);
  }

  @Arbiter
  public void rest(JJ_Result seen) {
    drain();
    seen.r1 = drained + ring.dropped();
    seen.r2 = wrong;
  }
}
