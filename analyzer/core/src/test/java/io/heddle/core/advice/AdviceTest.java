package io.heddle.core.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.RunSketch;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdviceTest {
  private static final int CONTROLS = 300;

  @Test
  void rulesAreDiscovered_theImportantFirst() {
    assertThat(Advice.rules())
        .extracting(Rule::id)
        .contains("parallel", "serial-parallel", "cache");
  }

  @Test
  void controls_staySilent() {
    List<String> said = new ArrayList<>();
    for (int seed = 0; seed < CONTROLS; seed++) {
      Advised advised = Advice.of(Rules.runs(40, seed, AdviceTest::control), Standards.DEFAULTS);
      advised.recommendations().forEach(r -> said.add(r.rule() + " " + r.nodes()));
      advised.findings().forEach(f -> said.add(f.kind()));
    }
    assertThat(said).isEmpty();
  }

  @Test
  void nothingToGain_scoresHundred() {
    assertThat(
            Advice.of(Rules.runs(20, AdviceTest::control), Standards.DEFAULTS).optimizationScore())
        .isEqualTo(100);
  }

  @Test
  void allTogether_makeTheScore() {
    List<Run> runs =
        Rules.runs(
            10,
            (s, r) ->
                s.node("ask", 0, 50)
                    .type("llm")
                    .classes(1, 1)
                    .node("a", 50, 80)
                    .node("b", 80, 100)
                    .edge("ask", "a")
                    .edge("ask", "b"));
    Advised advised = Advice.of(runs, Standards.DEFAULTS);
    assertThat(advised.recommendations())
        .extracting(Recommendation::rule)
        .containsExactly("cache", "serial-parallel");
    // one run asks, nine find the answer; b hides behind a
    assertThat(advised.optimizationScore()).isCloseTo(35, within(0.1));
  }

  @Test
  void orderOfRuns_doesNotMatter() {
    List<Run> runs = new ArrayList<>(Rules.runs(20, AdviceTest::planted));
    Advised one = Advice.of(runs, Standards.DEFAULTS);
    Collections.shuffle(runs, new Random(3));
    assertThat(one.recommendations()).isNotEmpty();
    assertThat(Advice.of(runs, Standards.DEFAULTS)).isEqualTo(one);
  }

  private static RunSketch planted(RunSketch sketch, Random random) {
    int input = random.nextInt(3);
    double length = 40 + 10 * random.nextDouble();
    return sketch
        .node("ask", 0, length)
        .type("llm")
        .classes(input, input)
        .node("tell", length, length + 5);
  }

  /** A workflow in good order: a chain that needs its order, a fork that runs as one, a branch. */
  private static RunSketch control(RunSketch sketch, Random random) {
    double load = some(random, 10);
    double left = load + some(random, 30);
    double right = load + some(random, 25);
    double join = Math.max(left, right);
    double merged = join + some(random, 12);
    RunSketch started =
        sketch
            .edge("load", "left")
            .edge("load", "right")
            .edge("left", "merge")
            .edge("right", "merge")
            .conditionalEdge("merge", "accept")
            .conditionalEdge("merge", "reject")
            .node("load", 0, load)
            .reads("mail")
            .writes("data")
            .classes(random.nextLong(), random.nextLong())
            .node("left", load, left)
            .reads("data")
            .writes("left")
            .classes(random.nextLong(), random.nextLong())
            .node("right", load, right)
            .reads("data")
            .writes("right")
            .node("merge", join, merged)
            .reads("left", "right")
            .writes("all");
    String last = random.nextBoolean() ? "accept" : "reject";
    return started
        .node(last, merged, merged + some(random, 8))
        .reads("mail")
        .writes(last)
        .operation("GET /policy", merged + 0.5, merged + 1.5);
  }

  private static double some(Random random, double meanMs) {
    return meanMs * Math.exp(0.3 * random.nextGaussian());
  }
}
