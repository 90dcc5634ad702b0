package io.heddle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.RunSketch;
import io.heddle.core.path.Overlap;
import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** The first line of a comparison is what was changed, whatever that was. */
class FirstCauseTest {
  private static final int SETS = 20;
  private static final int RUNS = 80;

  @Test
  void slowerNode() {
    assertFirst(
        (random, changed) -> run(random, changed ? 65 : 50, 20, 0), "fetch", CauseKind.SELF);
  }

  @Test
  void slowerWayToAService() {
    assertFirst(
        (random, changed) -> run(random, 50, changed ? 40 : 20, 0), "call stock", CauseKind.EDGE);
  }

  @Test
  void queue() {
    assertFirst(
        (random, changed) -> run(random, 50, 20, changed ? 25 : 3), "send", CauseKind.QUEUE);
  }

  @Test
  void retry() {
    assertFirst(
        (random, changed) -> {
          double failed = changed && random.nextBoolean() ? noisy(random, 60) : 0;
          double fetched = failed + noisy(random, 50);
          RunSketch sketch = RunSketch.of("mail");
          if (failed > 0) {
            sketch.node("fetch", 0, failed - 2).attempt(1).error("timeout");
          }
          return sketch
              .node("fetch", failed, fetched)
              .attempt(failed > 0 ? 2 : 1)
              .node("send", fetched, fetched + noisy(random, 30));
        },
        "fetch",
        CauseKind.RETRY);
  }

  @Test
  void anotherWay() {
    assertFirst(
        (random, changed) -> {
          double fetched = noisy(random, 50);
          double checked = fetched + (changed ? noisy(random, 15) : 0);
          RunSketch sketch = RunSketch.of("mail").node("fetch", 0, fetched);
          if (changed) {
            sketch.node("check for fraud", fetched, checked);
          }
          return sketch.node("send", checked, checked + noisy(random, 30));
        },
        "check for fraud",
        CauseKind.SELF);
  }

  /** The runs from before it resemble each other, and so do those after it. */
  @Test
  void anIncidentThatBeganWithinTheTime() {
    int[] number = {0};
    assertFirst(
        (random, changed) -> {
          boolean ill = changed && number[0]++ % RUNS >= RUNS * 3 / 8;
          return run(random, ill ? 400 : 50, 20, 0);
        },
        "fetch",
        CauseKind.SELF);
  }

  /** One run in eight calls it: in the mean it stays behind what the noise of another does. */
  @Test
  void slowerNode_thatFewRunsVisit() {
    assertCertain(
        (random, changed) -> {
          double fetched = noisy(random, 400 * random.nextDouble());
          RunSketch sketch = RunSketch.of("mail").node("fetch", 0, fetched);
          boolean pays = random.nextInt(8) == 0;
          double paid = fetched + (pays ? noisy(random, changed ? 60 : 20) : 0);
          if (pays) {
            sketch.node("pay", fetched, paid);
          }
          return sketch.node("send", paid, paid + noisy(random, 30));
        },
        "pay");
  }

  /** What one node lost another gained: no change of the run, and still two facts. */
  @Test
  void whatHolds_standsFirst_whereTheRunDidNotChange() {
    ComparedWorkflow compared =
        compare(
            1,
            (random, changed) -> {
              double fetched = noisy(random, changed ? 40 : 50);
              return RunSketch.of("mail")
                  .node("fetch", 0, fetched)
                  .node("idle", fetched, fetched + 5 * random.nextDouble())
                  .node("send", fetched + 5, fetched + 5 + noisy(random, changed ? 39 : 30));
            });

    assertThat(compared.delta().significant()).isFalse();
    assertThat(compared.causes().subList(0, 2))
        .allMatch(it -> it.delta().significant())
        .extracting(it -> it.cause().node())
        .containsExactlyInAnyOrder("fetch", "send");
  }

  private static void assertFirst(
      BiFunction<Random, Boolean, RunSketch> run, String node, CauseKind kind) {
    int first = 0;
    for (int seed = 0; seed < SETS; seed++) {
      ComparedWorkflow.CauseDelta cause = compare(seed, run).causes().get(0);
      boolean right = cause.cause().node().equals(node) && cause.cause().kind() == kind;
      first += right && cause.delta().significant() ? 1 : 0;
    }
    assertThat(first).isGreaterThanOrEqualTo(SETS - 1);
  }

  private static void assertCertain(BiFunction<Random, Boolean, RunSketch> run, String node) {
    int found = 0;
    for (int seed = 0; seed < SETS; seed++) {
      List<String> certain =
          compare(seed, run).causes().stream()
              .filter(it -> it.delta().significant())
              .map(it -> it.cause().node())
              .toList();
      found += certain.equals(List.of(node)) ? 1 : 0;
    }
    assertThat(found).isGreaterThanOrEqualTo(SETS * 3 / 4);
  }

  private static ComparedWorkflow compare(int seed, BiFunction<Random, Boolean, RunSketch> run) {
    Random random = new Random(seed);
    return Comparison.of(
            runs(random, run, false),
            runs(random, run, true),
            Overlap.TOLERANT,
            Thresholds.DEFAULTS)
        .workflows()
        .get(0);
  }

  private static List<Run> runs(
      Random random, BiFunction<Random, Boolean, RunSketch> run, boolean changed) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      int number = changed ? RUNS + i : i;
      runs.add(run.apply(random, changed).id("run-" + number).startingAt(number * 1_000.0).build());
    }
    return runs;
  }

  private static RunSketch run(Random random, double fetchMs, double wayMs, double queueMs) {
    double fetched = noisy(random, fetchMs);
    double called = fetched + noisy(random, wayMs) + 10;
    double start = called + (queueMs == 0 ? 0 : noisy(random, queueMs));
    RunSketch sketch =
        RunSketch.of("mail")
            .node("fetch", 0, fetched)
            .node("reserve", fetched, called)
            .operation("call stock", fetched, called)
            .kind(Kind.CLIENT)
            .operation("GET /stock", fetched + 2, fetched + 12)
            .in("call stock")
            .kind(Kind.SERVER)
            .on("stock")
            .node("send", start, start + noisy(random, 30));
    return queueMs == 0 ? sketch : sketch.waited(start - called);
  }

  private static double noisy(Random random, double ms) {
    return ms * Math.exp(0.12 * random.nextGaussian());
  }
}
