package io.heddle.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.RunSketch;
import io.heddle.core.advice.Finding;
import io.heddle.core.comparison.Thresholds;
import io.heddle.core.path.Overlap;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModesTest {
  private static final int SETS = 100;

  private interface Shape {
    RunSketch sketch(RunSketch sketch, Random random);
  }

  @Test
  void twoSpeeds_areExplainedByTheAttributeThatDecides() {
    List<Finding> found = modes(1, 200, ModesTest::shopOrBank);

    assertThat(found).hasSize(1);
    Finding modes = found.get(0);
    assertThat(modes.nodes()).containsExactly("lookup");
    assertThat(modes.evidence().get("attribute")).isEqualTo("tenant.kind");
    assertThat(modes.evidence().get("values")).isEqualTo(List.of("bank"));
    assertThat((double) modes.evidence().get("fastMs")).isBetween(18.0, 22.0);
    assertThat((double) modes.evidence().get("slowMs")).isBetween(54.0, 66.0);
  }

  @Test
  void anAttributeOfTheRun_explainsItsNodes() {
    List<Finding> found =
        modes(
            1,
            200,
            (sketch, random) -> {
              boolean large = random.nextInt(3) == 0;
              return sketch
                  .rootAttribute("plan", large ? "gold" : "free")
                  .node("render", 0, noisy(random, large ? 90 : 20));
            });
    assertThat(found).hasSize(1);
    assertThat(found.get(0).nodes()).containsExactly("render");
    assertThat(found.get(0).evidence().get("attribute")).isEqualTo("plan");
    assertThat(found.get(0).evidence().get("consequences")).isEqualTo(List.of("mail"));
  }

  @Test
  void oneNameAtTwoPlaces_isNoTwoModes() {
    assertThat(
            modes(
                1,
                200,
                (sketch, random) ->
                    sketch
                        .node("sort", 0, noisy(random, 20))
                        .operation("chat", 0, noisy(random, 18))
                        .attribute("prompt", "short")
                        .node("write", 100, 100 + noisy(random, 90))
                        .operation("chat", 100, 100 + noisy(random, 85))
                        .attribute("prompt", "long")))
        .isEmpty();
  }

  @Test
  void failures_areNoMode() {
    assertThat(
            modes(
                1,
                200,
                (sketch, random) -> {
                  boolean fails = random.nextInt(3) == 0;
                  sketch
                      .node("chat", 0, noisy(random, fails ? 10 : 90))
                      .attribute("http.response.status_code", fails ? "429" : "200");
                  return fails ? sketch.error("429") : sketch;
                }))
        .isEmpty();
  }

  @Test
  void lengthOfAnAnswer_explainsNothing() {
    assertThat(
            modes(
                1,
                200,
                (sketch, random) -> {
                  boolean wordy = random.nextInt(3) == 0;
                  return sketch
                      .node("chat", 0, noisy(random, wordy ? 90 : 20))
                      .attribute("gen_ai.usage.output_tokens", wordy ? "900" : "100");
                }))
        .isEmpty();
  }

  @Test
  void aNumber_explainsByALimit() {
    List<Finding> found =
        modes(
            1,
            400,
            (sketch, random) -> {
              int items = random.nextInt(10_000);
              return sketch
                  .node("sort", 0, noisy(random, items >= 5_000 ? 80 : 20))
                  .attribute("items", "" + items);
            });
    assertThat(found).hasSize(1);
    assertThat(found.get(0).evidence().get("attribute")).isEqualTo("items");
    assertThat(String.valueOf(found.get(0).evidence().get("values"))).startsWith("[at least ");
  }

  @Test
  void twoSpeedsWithoutAReason_areNotTold() {
    assertThat(
            modes(
                1,
                200,
                (sketch, random) ->
                    attributes(
                        sketch.node("lookup", 0, noisy(random, random.nextBoolean() ? 20 : 60)),
                        random)))
        .isEmpty();
  }

  @Test
  void oneSpeed_isNoMatterWhateverTheAttributes() {
    int loud = 0;
    for (int seed = 0; seed < 3 * SETS; seed++) {
      int shape = seed;
      loud +=
          modes(
                      seed,
                      120,
                      (sketch, random) ->
                          attributes(sketch.node("lookup", 0, tailed(random, shape)), random))
                  .isEmpty()
              ? 0
              : 1;
    }
    System.out.printf("modes in %d of %d control sets%n", loud, 3 * SETS);
    assertThat(loud).isZero();
  }

  @Test
  void plantedModes_areFound() {
    int found = 0;
    for (int seed = 0; seed < SETS; seed++) {
      List<Finding> modes = modes(seed, 200, ModesTest::shopOrBank);
      found +=
          modes.size() == 1
                  && modes.get(0).nodes().equals(List.of("lookup"))
                  && "tenant.kind".equals(modes.get(0).evidence().get("attribute"))
              ? 1
              : 0;
    }
    System.out.printf("modes found and explained in %d of %d sets%n", found, SETS);
    assertThat(found).isGreaterThanOrEqualTo(SETS * 95 / 100);
  }

  /** One in four is a bank, and three times as slow. */
  private static RunSketch shopOrBank(RunSketch sketch, Random random) {
    boolean bank = random.nextInt(4) == 0;
    double length = noisy(random, bank ? 60 : 20);
    double after = length + noisy(random, 10);
    return attributes(sketch.node("lookup", 0, length), random)
        .attribute("tenant.kind", bank ? "bank" : "shop")
        .node("send", length, after);
  }

  private static RunSketch attributes(RunSketch sketch, Random random) {
    return sketch
        .attribute("region", "r" + random.nextInt(5))
        .attribute("user", "u" + random.nextInt(40))
        .attribute("request", "" + random.nextLong())
        .attribute("size", "" + random.nextInt(1_000));
  }

  private static double noisy(Random random, double ms) {
    double tail = random.nextInt(100) == 0 ? 3 : 1;
    return ms * Math.exp(0.15 * random.nextGaussian()) * tail;
  }

  private static double tailed(Random random, int shape) {
    return switch (shape % 3) {
      case 0 -> 20 * Math.exp(0.6 * random.nextGaussian());
      case 1 -> 10 / Math.pow(1 - random.nextDouble(), 0.5);
      default -> random.nextInt(10) == 0 ? noisy(random, 100) : noisy(random, 20);
    };
  }

  private static List<Finding> modes(int seed, int count, Shape shape) {
    Random random = new Random(seed);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RunSketch sketch = RunSketch.of("mail").id("run-" + i).startingAt(i * 1_000.0);
      runs.add(shape.sketch(sketch, random).build());
    }
    return Findings.of(Map.of(runs.get(0).workflow(), runs), Overlap.TOLERANT, Thresholds.DEFAULTS)
        .about(runs.get(0).workflow())
        .stream()
        .filter(it -> it.kind().equals("modes"))
        .toList();
  }
}
