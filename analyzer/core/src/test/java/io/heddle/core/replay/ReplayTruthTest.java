package io.heddle.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.runs.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Predictions against workflows whose counterfactual is known. */
class ReplayTruthTest {
  private static final int RUNS = 200;

  enum Workflow implements Simulation.Shape {
    CHAIN {
      @Override
      public void build(Simulation run) {
        run.task("join", 10, run.task("x", 40, run.task("first", 20)));
      }
    },
    FORK_JOIN {
      @Override
      public void build(Simulation run) {
        int first = run.task("first", 20);
        int x = run.task("x", 45, first);
        int b = run.task("b", 40, first);
        int c = run.task("c", 15, b);
        run.task("join", 10, x, c);
      }
    },
    LOOP {
      @Override
      public void build(Simulation run) {
        int last = run.task("first", 5);
        int rounds = 2 + run.luck().nextInt(4);
        for (int i = 0; i < rounds; i++) {
          int x = run.task("x", 20, last);
          int y = run.task("y", 22, last);
          last = run.task("check", 4, x, y);
        }
        run.task("join", 10, last);
      }
    },
    BRANCH {
      @Override
      public void build(Simulation run) {
        int first = run.task("first", 20);
        boolean left = run.luck().nextBoolean();
        int chosen = left ? run.task("x", 40, first) : run.task("other", 25, first);
        run.task("join", 10, run.task("after", 8, chosen));
      }
    },
    RETRY {
      @Override
      public void build(Simulation run) {
        int last = run.task("first", 20);
        int tries = 1 + run.luck().nextInt(3);
        last = run.task("x", 20, last);
        for (int i = 2; i <= tries; i++) {
          last = run.attempt("x", i, 15, 20, last);
        }
        run.task("join", 10, last);
      }
    },
    WORKERS {
      @Override
      public void build(Simulation run) {
        run.workers(2);
        int first = run.task("first", 5);
        int[] tasks = new int[6];
        for (int i = 0; i < 6; i++) {
          tasks[i] = run.task(i == 1 ? "x" : "t" + i, 20 + 5 * i, first);
        }
        run.task("join", 10, tasks);
      }
    }
  }

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

  @Test
  void workers_areFoundAndSaid() {
    assertThat(Replay.of(Simulation.runs(RUNS, Workflow.WORKERS)).ask(List.of()).limit())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WORKERS")
  void withoutWorkers_noLimitIsAssumed(Workflow workflow) {
    assertThat(Replay.of(Simulation.runs(RUNS, workflow)).ask(List.of()).limit()).isNull();
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
