package io.heddle.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.RunSketch;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClockNoiseTest {
  private static final int RUNS = 200;

  @ParameterizedTest
  @EnumSource
  void exactClocks_hideNothing(Workflow workflow) {
    assertThat(noiseMs(Simulation.runs(RUNS, workflow))).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void stampsOffByAMillisecond_areSeenToBe(Workflow workflow) {
    assertThat(noiseMs(Simulation.runs(RUNS, run -> workflow.build(run.noise(2)))))
        .isBetween(1.9, 4.5);
  }

  @Test
  void fewRuns_tellNothing() {
    assertThat(noiseMs(Simulation.runs(19, run -> Workflow.CHAIN.build(run.noise(2))))).isZero();
  }

  @Test
  void branchesOfOneLuck_areNotTakenForNoise() {
    Random random = new Random(1);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      double length = 20 + 10 * random.nextDouble();
      double other = length + 3 * random.nextDouble() - 1.5;
      runs.add(
          RunSketch.of("w")
              .id("r" + i)
              .startingAt(i * 1_000.0)
              .node("a", 1, length)
              .node("b", 1, other)
              .node("after a", length + 0.1, 2 * length)
              .node("after b", other + 0.1, 2 * length)
              .build());
    }

    assertThat(noiseMs(runs)).isZero();
  }

  @Test
  void shortNodeThatSeemsToStartAfterTheNext_goesFirst() {
    Layout layout =
        new Layout(
            RunSketch.of("w")
                .node("long", 10, 50)
                .node("short", 10.4, 11.9)
                .node("later", 12.1, 13)
                .build(),
            new Places());

    assertThat(nodes(layout)).containsExactly("long", "short", "later");
    assertThat(nodes(layout.with(2_000_000))).containsExactly("short", "long", "later");
  }

  private static List<String> nodes(Layout layout) {
    List<String> nodes = new ArrayList<>();
    for (int member : layout.groups.get(0)) {
      nodes.add(layout.execution(member).node());
    }
    return nodes;
  }

  private static double noiseMs(List<Run> runs) {
    Places places = new Places();
    return ClockNoise.of(runs.stream().map(run -> new Layout(run, places)).toList()) / 1e6;
  }
}
