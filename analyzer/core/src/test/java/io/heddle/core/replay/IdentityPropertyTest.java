package io.heddle.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random workflows, on few workers or enough, recorded or not, by exact clocks or by bad ones. */
class IdentityPropertyTest {
  private static final int RUNS = 40;
  private static final int MOST_TASKS = 14;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void workedOutAnew_anUnchangedRunIsTheRunItself(int seed) {
    List<Layout> layouts =
        ClockNoise.read(
            Simulation.runs(seed, RUNS, shape(seed), Simulation.Treatment.NONE), new Places());
    List<KnownEdges> known = layouts.stream().map(layout -> new KnownEdges(layout, null)).toList();
    Beliefs beliefs = new LimitSearch(layouts, known).refine(Beliefs.of(layouts));
    for (int i = 0; i < RUNS; i++) {
      Layout layout = layouts.get(i);
      Order.Pairs time = beliefs.time(layout, known.get(i));
      Order order = Order.of(layout, known.get(i), time, Order.NO_PAIR);
      Schedule schedule = new Schedule(layout, order, beliefs.limits());
      assertThat(schedule.run(new Effects(layout, Treatments.NONE))).isEqualTo(layout.duration(0));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void orderOfTheRuns_doesNotMatter(int seed) {
    var runs = new ArrayList<>(Simulation.runs(seed, RUNS, shape(seed), Simulation.Treatment.NONE));
    List<Change> change = List.of(new Change.Scale("n0", 0.5));
    Prediction first = Replay.of(runs).ask(change);
    Collections.shuffle(runs, new Random(seed));

    assertThat(Replay.of(runs).ask(change)).isEqualTo(first);
  }

  /** Each task waits for some of those before it, the same in every run. */
  private static Simulation.Shape shape(int seed) {
    return run -> {
      Random plan = new Random(seed);
      if (plan.nextBoolean()) {
        run.workers(2 + plan.nextInt(3));
      }
      if (plan.nextInt(3) == 0) {
        run.recorded();
      }
      run.noise(plan.nextInt(3));
      int tasks = 2 + plan.nextInt(MOST_TASKS);
      for (int task = 0; task < tasks; task++) {
        int[] before = plan.ints(0, Math.max(1, task)).limit(plan.nextInt(3)).distinct().toArray();
        run.task(
            "n" + plan.nextInt(1 + task), 3 + plan.nextInt(40), task == 0 ? new int[0] : before);
      }
    };
  }
}
