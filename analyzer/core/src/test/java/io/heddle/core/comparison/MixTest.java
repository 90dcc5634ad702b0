package io.heddle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.Analysis;
import io.heddle.core.Options;
import io.heddle.core.RunSketch;
import io.heddle.core.path.Overlap;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Large baskets take 250 ms, small ones 100 ms. */
class MixTest {
  private static final int SETS = 50;
  private static final int RUNS = 100;

  private record Traffic(double large, double factor, String version) {}

  private static final Traffic USUAL = new Traffic(0.3, 1, "1");

  @Test
  void otherMix_isToldAndItsRunsAreNoSlower() {
    int told = 0;
    for (int seed = 0; seed < SETS; seed++) {
      ComparedWorkflow compared = compare(seed, new Traffic(0.7, 1, "2"));
      Mix mix = compared.mix();
      told += mix != null && mix.attribute().equals("basket") && mix.explains(1) ? 1 : 0;
    }
    assertThat(told).isGreaterThanOrEqualTo(SETS * 95 / 100);
  }

  /** Simpson's paradox: every kind of run got faster, and the mean run slower. */
  @Test
  void everyKindFaster_meanSlower_bothAreTold() {
    ComparedWorkflow compared = compare(1, new Traffic(0.75, 0.85, "2"));
    Mix mix = compared.mix();

    assertThat(mix).isNotNull();
    assertThat(compared.delta().meanMs()).isPositive();
    assertThat(mix.mixMs()).isCloseTo(0.45 * 150 * 0.925, within(20.0));
    assertThat(mix.withinIntervalMs().high()).isNegative();
    assertThat(mix.values())
        .extracting(Mix.Value::value)
        .containsExactlyInAnyOrder("large", "small");
  }

  @Test
  void mixAndTheRest_sumToTheChange() {
    ComparedWorkflow compared = compare(3, new Traffic(0.6, 1.1, "2"));
    Mix mix = compared.mix();

    assertThat(mix).isNotNull();
    assertThat(mix.mixMs() + mix.withinMs()).isCloseTo(compared.delta().meanMs(), within(1e-9));
  }

  @Test
  void sameMix_isSilent_whateverElseChanges() {
    int told = 0;
    for (int seed = 0; seed < SETS; seed++) {
      told += compare(seed, new Traffic(0.3, seed % 2 == 0 ? 1 : 1.3, "2")).mix() == null ? 0 : 1;
    }
    assertThat(told).isLessThanOrEqualTo(2);
  }

  /** The shop's colour changes with the version, but nothing takes longer for that. */
  @Test
  void mixThatTakesNoTime_isSilent() {
    int told = 0;
    for (int seed = 0; seed < SETS; seed++) {
      Mix mix = compare(seed, new Traffic(0.3, 1, "colourful")).mix();
      told += mix == null ? 0 : 1;
    }
    assertThat(told).isLessThanOrEqualTo(2);
  }

  @Test
  void versionUnderOtherTraffic_isNoRegression() {
    int blamed = 0;
    int slower = 0;
    for (int seed = 0; seed < SETS; seed++) {
      blamed += regressions(seed, new Traffic(0.7, 1, "2"));
      slower += regressions(seed, new Traffic(0.3, 1.3, "2"));
    }
    assertThat(blamed).isLessThanOrEqualTo(2);
    assertThat(slower).isGreaterThanOrEqualTo(SETS * 95 / 100);
  }

  private static int regressions(int seed, Traffic traffic) {
    List<Run> all = new ArrayList<>(runs(seed, 0, USUAL));
    all.addAll(runs(seed + 1_000, RUNS, traffic));
    return Analysis.of(all, Options.DEFAULTS).findings().stream()
            .anyMatch(it -> it.kind().equals("regression"))
        ? 1
        : 0;
  }

  private static ComparedWorkflow compare(int seed, Traffic traffic) {
    return Comparison.of(
            runs(seed, 0, USUAL),
            runs(seed + 1_000, RUNS, traffic),
            Overlap.TOLERANT,
            Thresholds.DEFAULTS)
        .workflows()
        .get(0);
  }

  private static List<Run> runs(int seed, int first, Traffic traffic) {
    Random random = new Random(seed);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      boolean large = random.nextDouble() < traffic.large;
      double reserved = noisy(random, (large ? 210 : 60) * traffic.factor);
      boolean blue = random.nextDouble() < (traffic.version.equals("colourful") ? 0.9 : 0.2);
      runs.add(
          RunSketch.of("checkout")
              .id("run-" + (first + i))
              .startingAt((first + i) * 1_000.0)
              .version(traffic.version)
              .rootAttribute("service.version", traffic.version)
              .rootAttribute("basket", large ? "large" : "small")
              .rootAttribute("colour", blue ? "blue" : "red")
              .node("reserve", 0, reserved)
              .node("pay", reserved, reserved + noisy(random, 40 * traffic.factor))
              .build());
    }
    return runs;
  }

  private static double noisy(Random random, double ms) {
    return ms * Math.exp(0.12 * random.nextGaussian());
  }
}
