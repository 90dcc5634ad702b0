package io.heddle.benchmarks.ring;

import io.heddle.recorder.ring.Ring;
import io.heddle.recorder.ring.SharedRing;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJ_Result;

/** Two writers and room for one record: one is drained whole, the other dropped and counted. */
@JCStressTest
@Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "both are accounted for")
@Outcome(expect = Expect.FORBIDDEN, desc = "a record lost, doubled or in parts")
@State
public class SharedRingStress {
  private static final int FIRST = 1;
  private static final int LAST = 7;

  private final SharedRing ring = new SharedRing(2, () -> {});
  private long drained;
  private long torn;

  private void write(long value) {
    long at = ring.claim(2);
    if (at == Ring.FULL) {
      ring.drop();
    } else {
      ring.put(at, FIRST, value);
      ring.put(at, LAST, value);
      ring.commit(at, 2, 1);
    }
  }

  private void drain() {
    ring.drain(
        (from, at, slots, kind) -> {
          drained++;
          torn += from.word(at, FIRST) == from.word(at, LAST) ? 0 : 1;
        },
        2);
  }

  @Actor
  public void first() {
    write(17);
  }

  @Actor
  public void second() {
    write(18);
  }

  @Arbiter
  public void consumer(JJJ_Result seen) {
    drain();
    seen.r1 = drained;
    seen.r2 = ring.dropped();
    seen.r3 = torn;
  }
}
