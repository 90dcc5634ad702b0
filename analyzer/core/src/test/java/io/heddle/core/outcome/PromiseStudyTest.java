package io.heddle.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.advice.Advice;
import io.heddle.core.advice.Recommendation;
import io.heddle.core.advice.Standards;
import io.heddle.core.comparison.Thresholds;
import io.heddle.core.path.Overlap;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Promises of the rules themselves, held against runs that were drawn after the change. */
class PromiseStudyTest {
  private static final int SETS = Integer.getInteger("heddle.study.sets", 40);

  @Test
  void promiseOfParallelLookUps_isKept() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int seed = 0; seed < SETS; seed++) {
      outcomes.add(outcome(1_000 + seed));
    }
    long held = outcomes.stream().filter(Outcome::held).count();
    long clean = outcomes.stream().filter(Outcome::isClean).count();
    double ratio = Ratios.of(outcomes).centre();
    System.out.printf(
        "%d sets: %d promises held, %d clean, happened / said %.3f%n", SETS, held, clean, ratio);
    assertThat(held).isGreaterThanOrEqualTo(Math.round(0.88 * SETS));
    assertThat(clean).isGreaterThanOrEqualTo(Math.round(0.9 * SETS));
    assertThat(ratio).isBetween(0.95, 1.05);
  }

  private static Outcome outcome(int seed) {
    List<Run> base = LookUps.runs(80, LookUps.BEFORE, seed);
    Recommendation parallel =
        Advice.of(base, Standards.DEFAULTS).recommendations().stream()
            .filter(it -> it.rule().equals("parallel"))
            .findFirst()
            .orElseThrow();
    return new Verification(Promise.of(parallel, ""), Overlap.TOLERANT, Thresholds.DEFAULTS)
        .of(base, LookUps.runs(80, LookUps.AFTER, seed + 1_000_000));
  }
}
