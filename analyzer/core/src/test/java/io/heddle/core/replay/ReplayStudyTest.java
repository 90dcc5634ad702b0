package io.heddle.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.replay.Simulation.Treatment;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every change to every workflow, predicted from its runs and simulated with the same luck. {@code
 * -Dheddle.study.sets} sets how many worlds; prints the largest and the mean error.
 */
class ReplayStudyTest {
  private static final int WORLDS = Integer.getInteger("heddle.study.sets", 1);
  private static final int RUNS = 200;

  /** What was done, in the simulation and in the replay. */
  private record Trial(String name, Treatment treatment, List<Change> changes) {}

  /** How the runs are told; what is beyond the goals is counted alone. */
  enum Reading {
    RECORDED(0, 0, 0.001),
    TIMES(0, 0, 0.05),
    FAINT_NOISE(0.4, 0, 0.05),
    NOISY_TIMES(2, 0, 0.05),
    ROUGH_NOISE(10, 0, Double.POSITIVE_INFINITY),
    OTHER_CLOCK(0.2, 3, Double.POSITIVE_INFINITY);

    private final double noiseMs;
    private final double offsetMs;
    private final double goal;
    private final boolean recorded = name().equals("RECORDED");

    Reading(double noiseMs, double offsetMs, double goal) {
      this.noiseMs = noiseMs;
      this.offsetMs = offsetMs;
      this.goal = goal;
    }

    Simulation.Shape of(Workflow workflow) {
      return run -> {
        run.noise(noiseMs).offset(offsetMs);
        if (recorded) {
          run.recorded();
        }
        workflow.build(run);
      };
    }

    /** Recorded edges are held against the mean run, times alone against the change. */
    double error(double predicted, double truth, double meanMs) {
      return Math.abs(predicted - truth) / (recorded ? meanMs : Math.abs(truth));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyChange_isPredicted(Workflow workflow) {
    List<String> missed = new ArrayList<>();
    for (Reading reading : Reading.values()) {
      Errors all = new Errors();
      for (Trial trial : trials(workflow)) {
        Errors errors = new Errors();
        for (int world = 0; world < WORLDS; world++) {
          errors.add(error(reading, workflow, trial, world));
        }
        errors.print(reading, workflow, trial.name);
        all.add(errors);
        if (errors.largest >= reading.goal) {
          missed.add(reading + " " + trial.name);
        }
      }
      all.print(reading, workflow, "all");
    }
    assertThat(missed).isEmpty();
  }

  private static List<Trial> trials(Workflow workflow) {
    List<Trial> trials = new ArrayList<>();
    for (double factor : List.of(0.0, 0.5, 3.0)) {
      trials.add(
          new Trial(
              "x at x" + factor,
              Treatment.factors(Map.of("x", factor)),
              List.of(new Change.Scale("x", factor))));
    }
    trials.add(
        new Trial(
            "three changes",
            Treatment.factors(Map.of("x", 0.4, "first", 0.5, "join", 0.7)),
            List.of(
                new Change.Scale("x", 0.4),
                new Change.Scale("first", 0.5),
                new Change.Scale("join", 0.7))));
    trials.add(new Trial("x removed", Treatment.removed("x"), List.of(new Change.Remove("x"))));
    if (workflow == Workflow.QUESTIONS) {
      trials.add(new Trial("x cached", Treatment.cached("x"), List.of(Change.Cache.ideal("x"))));
    }
    if (!workflow.independent().isEmpty()) {
      trials.add(
          new Trial(
              "side by side",
              Treatment.lifted(),
              List.of(Change.Parallel.of(workflow.independent()))));
    }
    return trials;
  }

  private static double error(Reading reading, Workflow workflow, Trial trial, int world) {
    Simulation.Shape shape = reading.of(workflow);
    List<Run> before = Simulation.runs(world, RUNS, shape, Treatment.NONE);
    List<Run> after = Simulation.runs(world, RUNS, shape, trial.treatment);
    double meanMs = Simulation.meanMs(before);
    double predicted = Replay.of(before).ask(trial.changes).meanMs();
    return reading.error(predicted, Simulation.meanMs(after) - meanMs, meanMs);
  }

  private static final class Errors {
    private double sum;
    private double largest;
    private int count;
    private int beyond;

    void add(double error) {
      sum += error;
      largest = Math.max(largest, error);
      count++;
      beyond += error > 0.05 ? 1 : 0;
    }

    void add(Errors others) {
      sum += others.sum;
      largest = Math.max(largest, others.largest);
      count += others.count;
      beyond += others.beyond;
    }

    void print(Reading reading, Workflow workflow, String what) {
      System.out.printf(
          Locale.ROOT,
          "%-12s %-16s %-14s mean %.4f %% largest %.4f %%, above 5 %%: %d of %d%n",
          reading,
          workflow,
          what,
          100 * sum / count,
          100 * largest,
          beyond,
          count);
    }
  }
}
