package io.heddle.benchmarks.ring;

import io.heddle.recorder.ring.ExclusiveRing;
import io.heddle.recorder.ring.Ring;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** A record that the consumer sees is whole, however the writer's stores are ordered. */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "not there yet")
@Outcome(id = "17, 18", expect = Expect.ACCEPTABLE, desc = "there as a whole")
@Outcome(expect = Expect.FORBIDDEN, desc = "a record in parts")
@State
public class ExclusiveRingStress {
  private static final int FIRST = 1;
  private static final int LAST = 7;

  private final ExclusiveRing ring = new ExclusiveRing(4, () -> {});

  @Actor
  public void writer() {
    long at = ring.claim(1);
    if (at != Ring.FULL) {
      ring.put(at, FIRST, 17);
      ring.put(at, LAST, 18);
      ring.commit(at, 1, 1);
    }
  }

  @Actor
  public void drain(JJ_Result seen) {
    ring.drain(
        (from, at, slots, kind) -> {
          seen.r1 = from.word(at, FIRST);
          seen.r2 = from.word(at, LAST);
        },
        1);
  }
}
