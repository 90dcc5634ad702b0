package io.heddle.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.RunSketch;
import io.heddle.runs.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TellingTest {
  private final Run warm = RunSketch.of("w").id("1").node("a", 0, 9).build();
  private final Run cold = RunSketch.of("w").id("2").node("a", 0, 9).cold().build();
  private final Run left = RunSketch.of("w").id("3").node("a", 0, 9).unfinished().build();
  private final Run leftCold =
      RunSketch.of("w").id("4").node("a", 0, 9).cold().unfinished().build();

  @Test
  void warmRuns_tellMore_thanColdOnes_andThoseMoreThanUnfinishedOnes() {
    assertThat(most(leftCold, left, cold, warm)).containsExactly(warm);
    assertThat(most(leftCold, left, cold)).containsExactly(cold);
    assertThat(most(leftCold, left)).containsExactly(leftCold, left);
    assertThat(most()).isEmpty();
  }

  @Test
  void whoAsksAboutColdRuns_getsThemToo() {
    assertThat(Telling.most(List.of(left, cold, warm), Telling::ofColdToo))
        .containsExactly(cold, warm);
  }

  private static List<Run> most(Run... runs) {
    return Telling.most(List.of(runs), Telling::of);
  }
}
