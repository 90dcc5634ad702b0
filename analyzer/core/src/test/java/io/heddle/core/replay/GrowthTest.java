package io.heddle.core.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.RunSketch;
import io.heddle.core.statistics.NodeKey;
import io.heddle.runs.Run;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GrowthTest {
  private static final Offset<Double> EXACT = within(1e-4);

  /** 30 ms of slack beside the branch that holds the run up. */
  @Test
  void executionsInOneBranch_shareItsSlack() {
    Run run =
        RunSketch.of("w")
            .node("slow", 0, 60)
            .node("try", 0, 10)
            .node("try", 10, 20)
            .attempt(2)
            .node("try", 20, 30)
            .attempt(3)
            .node("join", 60, 70)
            .after("slow", "try")
            .build();
    assertThat(slackMs(run, "try")).isEqualTo(10, EXACT);
  }

  @Test
  void executionsSideBySide_eachHaveTheSlackOfTheLongest() {
    Run run =
        RunSketch.of("w")
            .node("slow", 0, 60)
            .node("item", 0, 10)
            .node("item", 0, 25)
            .node("join", 60, 70)
            .build();
    assertThat(slackMs(run, "item")).isEqualTo(35, EXACT);
  }

  /** Of the two in a row the run first feels the sum, then the longer one alone. */
  @Test
  void growth_endsWhereTheRunBeginsToGrow_howeverSteepItGoesOn() {
    Random random = new Random(3);
    for (int i = 0; i < 1_000; i++) {
      long first = random.nextInt(1_000_000);
      long second = random.nextInt(1_000_000);
      int steep = 1 + random.nextInt(5);
      long told =
          new Growth(ns -> Math.max(0, Math.max(steep * (ns - first), ns - second)), 0)
              .most(2_000_000);
      assertThat(told).isBetween(Math.min(first, second) - 100, Math.min(first, second) + 1);
    }
  }

  private static Double slackMs(Run run, String node) {
    return Replay.of(List.of(run)).leverage().get(new NodeKey("shop", node)).slackMs();
  }
}
