package io.heddle.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.RunSketch;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Six tasks that are ready at one instant, for two workers. */
class LineTest {
  private static final int RUNS = 40;
  private static final double PAUSE_MS = 0.3;

  private final Random random = new Random(5);
  private final List<String> tasks = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f"));
  private final Map<String, Integer> slots = new HashMap<>();

  /** In some runs two start the other way round. */
  @Test
  void orderThatRunsKeep_isLearnt() {
    Map<Integer, Double> learnt = learnt(() -> {});
    for (int i = 0; i + 2 < tasks.size(); i++) {
      assertThat(learnt.get(slots.get(tasks.get(i))))
          .isLessThan(learnt.get(slots.get(tasks.get(i + 2))));
    }
  }

  @Test
  void orderThatChanges_isNone() {
    assertThat(learnt(() -> Collections.shuffle(tasks, random))).isEmpty();
  }

  private Map<Integer, Double> learnt(Runnable beforeEach) {
    Line line = new Line();
    Places places = new Places();
    for (int i = 0; i < RUNS; i++) {
      beforeEach.run();
      Layout layout = new Layout(run(i), places);
      KnownEdges known = new KnownEdges(layout, null);
      Order order = Order.of(layout, known, Order.NO_PAIR, Order.NO_PAIR);
      line.add(layout, layout.groups.get(0), order);
      for (int task = 1; task < layout.size; task++) {
        slots.put(layout.execution(task).node(), layout.slot[task]);
      }
    }
    return line.learnt();
  }

  private Run run(int number) {
    RunSketch sketch = RunSketch.of("w").id("r" + number);
    double[] free = new double[2];
    for (String task : tasks) {
      int worker = free[0] <= free[1] ? 0 : 1;
      double from = free[worker] + PAUSE_MS * random.nextDouble();
      free[worker] = from + 10 + 20 * random.nextDouble();
      sketch.node(task, from, free[worker]);
    }
    return sketch.until(200).build();
  }
}
