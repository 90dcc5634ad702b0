package io.heddle.core.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.RunSketch;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every workflow whose servers are not limited. */
class ReplayPropertyTest {
  private static final List<String> NODES = List.of("a", "b", "c", "d", "e", "f");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void nothingChanged_isTheRunItself(int seed) {
    Prediction same = Replay.of(runs(seed)).ask(List.of(new Change.Scale("a", 1)));

    assertThat(same.predicted()).isEqualTo(same.baseline());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void slowerNode_neverMakesTheRunFaster(int seed) {
    Replay replay = Replay.of(runs(seed));
    for (String node : NODES) {
      double before = 0;
      for (double factor : new double[] {0, 0.3, 0.9, 1, 1.4, 5}) {
        double predicted = predictedMs(replay, new Change.Scale(node, factor));
        assertThat(predicted).isGreaterThanOrEqualTo(before - 1e-6);
        before = predicted;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void fewerThingsToWaitFor_neverMakeTheRunSlower(int seed) {
    Replay replay = Replay.of(runs(seed));

    assertThat(predictedMs(replay, Change.Parallel.of(List.of("c", "d", "e"))))
        .isLessThanOrEqualTo(predictedMs(replay, Change.Parallel.of(List.of("c", "d"))) + 1e-6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void orderOfTheRuns_doesNotMatter(int seed) {
    List<Run> runs = runs(seed);
    Change change = new Change.Scale("b", 0.5);
    Prediction first = Replay.of(runs).ask(List.of(change));
    Collections.shuffle(runs, new Random(seed));
    Prediction second = Replay.of(runs).ask(List.of(change));

    assertThat(second.meanMs()).isCloseTo(first.meanMs(), within(0.0));
    assertThat(second.intervalMs()).isEqualTo(first.intervalMs());
  }

  private static double predictedMs(Replay replay, Change change) {
    return replay.ask(List.of(change)).predicted().meanMs();
  }

  /** Each node waits for some of those before it, the same in every run. */
  private static List<Run> runs(int seed) {
    Random random = new Random(seed);
    boolean[][] waits = new boolean[NODES.size()][NODES.size()];
    for (boolean[] row : waits) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextInt(3) == 0;
      }
    }
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      runs.add(run(random, i, waits));
    }
    return runs;
  }

  private static Run run(Random random, int number, boolean[][] waits) {
    RunSketch sketch = RunSketch.of("w").id("r" + number).startingAt(number * 1_000.0);
    double[] ends = new double[NODES.size()];
    for (int node = 0; node < ends.length; node++) {
      double start = 0.5;
      List<String> before = new ArrayList<>();
      for (int other = 0; other < node; other++) {
        if (waits[node][other]) {
          start = Math.max(start, ends[other] + 0.1);
          before.add(NODES.get(other));
        }
      }
      ends[node] = start + 5 + 20 * random.nextDouble();
      sketch = sketch.node(NODES.get(node), start, ends[node]);
      sketch = before.isEmpty() ? sketch : sketch.after(before.toArray(String[]::new));
    }
    return sketch.build();
  }
}
