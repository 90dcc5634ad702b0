package io.heddle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.Analysis;
import io.heddle.core.Options;
import io.heddle.core.RunSketch;
import io.heddle.core.advice.Finding;
import io.heddle.core.path.Overlap;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A router sends runs to a thorough node of 600 ms or a brief one of 150 ms. */
class WaysTest {
  private static final int SETS = 40;
  private static final int RUNS = 100;

  @Test
  void otherWays_areTold_andSumWithTheRestToTheChange() {
    ComparedWorkflow compared = compare(1, 0.2, 0.6, 1);
    Mix ways = compared.ways();

    assertThat(ways).isNotNull();
    assertThat(ways.values().get(0).value()).isIn("brief", "thorough");
    assertThat(ways.mixMs()).isCloseTo(0.4 * 450, within(60.0));
    assertThat(ways.mixMs() + ways.withinMs()).isCloseTo(compared.delta().meanMs(), within(1e-9));
  }

  @Test
  void newBranch_isAnotherWay() {
    Mix ways = compare(2, 0, 0.4, 1).ways();

    assertThat(ways).isNotNull();
    assertThat(ways.mixMs()).isCloseTo(0.4 * 450, within(60.0));
  }

  @Test
  void regressionByRouting_namesTheNodeThatMoreRunsVisit() {
    int told = 0;
    for (int seed = 0; seed < SETS; seed++) {
      List<Finding> found = findings(seed, 0.2, 0.6, 1);
      told +=
          found.stream()
                  .anyMatch(it ->
                      it.kind().equals("regression")
                          && it.nodes().equals(List.of("thorough"))
                          && it.evidence().get("changedPath") != null)
              ? 1
              : 0;
    }
    assertThat(told).isGreaterThanOrEqualTo(SETS * 9 / 10);
  }

  @Test
  void sameWays_areSilent_whateverGetsSlower() {
    int told = 0;
    int blamed = 0;
    for (int seed = 0; seed < SETS; seed++) {
      told += compare(seed, 0.3, 0.3, seed % 2 == 0 ? 1 : 1.4).ways() == null ? 0 : 1;
      blamed += findings(seed, 0.3, 0.3, 1).isEmpty() ? 0 : 1;
    }
    assertThat(told).isLessThanOrEqualTo(1);
    assertThat(blamed).isLessThanOrEqualTo(1);
  }

  /** The tenant stands on the model's call alone; large ones take longer and became more. */
  @Test
  void kindOfRun_isAlsoToldByWhatAnInnerSpanCarries() {
    List<Run> before = tenants(1, 0, 0.2);
    List<Run> after = tenants(2, RUNS, 0.7);
    Mix mix =
        Comparison.of(before, after, Overlap.TOLERANT, Thresholds.DEFAULTS)
            .workflows()
            .get(0)
            .mix();

    assertThat(mix).isNotNull();
    assertThat(mix.attribute()).isEqualTo("tenant.size");
  }

  private static List<Run> tenants(int seed, int first, double large) {
    Random random = new Random(seed);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      boolean isLarge = random.nextDouble() < large;
      runs.add(
          start(first + i, seed)
              .node("ask", 0, noisy(random, isLarge ? 500 : 200))
              .attribute("gen_ai.request.model", isLarge ? "big" : "small")
              .attribute("tenant.size", isLarge ? "large" : "small")
              .build());
    }
    return runs;
  }

  private static List<Finding> findings(int seed, double before, double after, double factor) {
    List<Run> all = new ArrayList<>(runs(seed, 0, before, 1));
    all.addAll(runs(seed + 1_000, RUNS, after, factor));
    return Analysis.of(all, Options.DEFAULTS).findings();
  }

  private static ComparedWorkflow compare(int seed, double before, double after, double factor) {
    return Comparison.of(
            runs(seed, 0, before, 1),
            runs(seed + 1_000, RUNS, after, factor),
            Overlap.TOLERANT,
            Thresholds.DEFAULTS)
        .workflows()
        .get(0);
  }

  private static List<Run> runs(int seed, int first, double thorough, double factor) {
    Random random = new Random(seed);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      boolean isThorough = random.nextDouble() < thorough;
      double ms = noisy(random, (isThorough ? 600 : 150) * factor);
      runs.add(
          start(first + i, first)
              .node("route", 0, 20)
              .node(isThorough ? "thorough" : "brief", 20, 20 + ms)
              .operation("chat", 20, 20 + ms)
              .build());
    }
    return runs;
  }

  private static RunSketch start(int number, int version) {
    return RunSketch.of("answer")
        .id("run-" + number)
        .startingAt(number * 1_000.0)
        .version("v" + version)
        .rootAttribute("service.version", "v" + version);
  }

  private static double noisy(Random random, double ms) {
    return ms * Math.exp(0.15 * random.nextGaussian());
  }
}
