package io.heddle.core.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.runs.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Predictions against workflows whose counterfactual is known. */
class ReplayTruthTest {
  private static final int RUNS = 200;
  private static final int WORLDS = 4;

  @ParameterizedTest
  @EnumSource
  void recordedEdges_predictWithinATenthOfAPercentOfTheRun(Workflow workflow) {
    Simulation.Shape recorded =
        run -> {
          run.recorded();
          workflow.build(run);
        };
    for (double factor : List.of(0.0, 0.5, 3.0)) {
      double mean = Simulation.meanMs(Simulation.runs(RUNS, recorded));
      assertThat(error(recorded, factor)).as("x" + factor).isLessThan(mean * 0.001);
    }
  }

  /** Who is ready at one instant is served in the order that all runs together show. */
  @ParameterizedTest
  @EnumSource(names = ".*WORKERS", mode = EnumSource.Mode.MATCH_ANY)
  void recordedEdges_areExactOnWorkers(Workflow workflow) {
    for (int world = 0; world < WORLDS; world++) {
      Simulation.Shape recorded = run -> workflow.build(run.recorded());
      List<Run> before = Simulation.runs(world, RUNS, recorded, Simulation.Treatment.NONE);
      Simulation.Treatment half = Simulation.Treatment.factors(Map.of("x", 0.5));
      double truth =
          Simulation.meanMs(Simulation.runs(world, RUNS, recorded, half))
              - Simulation.meanMs(before);
      assertThat(Replay.of(before).ask(List.of(new Change.Scale("x", 0.5))).meanMs())
          .isCloseTo(truth, within(1e-3));
    }
  }

  @ParameterizedTest
  @EnumSource
  void timingAlone_predictsWithinFivePercentOfTheChange(Workflow workflow) {
    for (double factor : List.of(0.0, 0.5, 3.0)) {
      assertThat(error(workflow, factor))
          .as("x" + factor)
          .isLessThan(Math.abs(truth(workflow, factor)) * 0.05);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CHAIN", "FORK_JOIN"})
  void timingAlone_isExactOnPlainGraphs(Workflow workflow) {
    for (double factor : List.of(0.0, 0.5, 3.0)) {
      assertThat(error(workflow, factor))
          .as("x" + factor)
          .isLessThan(Math.abs(truth(workflow, factor)) * 0.005);
    }
  }

  @ParameterizedTest
  @EnumSource
  void clockNoiseOfOneMillisecond_isBorne(Workflow workflow) {
    Simulation.Shape noisy =
        run -> {
          run.noise(2);
          workflow.build(run);
        };
    for (double factor : List.of(0.5, 3.0)) {
      assertThat(error(noisy, factor))
          .as("x" + factor)
          .isLessThan(Math.abs(truth(noisy, factor)) * 0.05);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noChange_isTheIdentity(Workflow workflow) {
    Prediction same = Replay.of(Simulation.runs(RUNS, workflow)).ask(List.of());
    assertThat(same.predicted()).isEqualTo(same.baseline());
    assertThat(same.intervalMs()).isEqualTo(new Interval(0, 0));
  }

  @ParameterizedTest
  @EnumSource
  void workers_areFoundAndSaidWhereTheyAreFew(Workflow workflow) {
    assertThat(Replay.of(Simulation.runs(RUNS, workflow)).ask(List.of()).limit())
        .isEqualTo(workflow.workers());
  }

  @ParameterizedTest
  @EnumSource
  void clockNoise_neitherHidesNorMakesALimit(Workflow workflow) {
    for (int world = 0; world < WORLDS; world++) {
      for (double noiseMs : List.of(1.0, 2.0)) {
        Simulation.Shape noisy = run -> workflow.build(run.noise(noiseMs));
        List<Run> runs = Simulation.runs(world, RUNS, noisy, Simulation.Treatment.NONE);
        assertThat(Replay.of(runs).limit())
            .as("world %d, stamps off by up to %s ms", world, noiseMs / 2)
            .isEqualTo(workflow.workers());
      }
    }
  }

  private static double truth(Simulation.Shape shape, double factor) {
    List<Run> changed = Simulation.runs(RUNS, shape, Map.of("x", factor));
    return Simulation.meanMs(changed) - Simulation.meanMs(Simulation.runs(RUNS, shape));
  }

  private static double error(Simulation.Shape shape, double factor) {
    Prediction prediction =
        Replay.of(Simulation.runs(RUNS, shape)).ask(List.of(new Change.Scale("x", factor)));
    return Math.abs(prediction.meanMs() - truth(shape, factor));
  }
}
