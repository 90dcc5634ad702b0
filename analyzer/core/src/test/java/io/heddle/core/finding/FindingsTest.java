package io.heddle.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.Analysis;
import io.heddle.core.Options;
import io.heddle.core.RunSketch;
import io.heddle.core.advice.Finding;
import io.heddle.core.comparison.Thresholds;
import io.heddle.core.path.Overlap;
import io.heddle.runs.Run;
import io.heddle.runs.WorkflowKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final int CONTROLS = 300;
  private static final int PLANTED = 50;
  private static final int RUNS = 160;
  private static final double SPREAD = 0.12;

  @Test
  void step_isOneChangePoint_andTheWorkflowsIsItsConsequence() {
    List<Finding> findings = findings(runs(1, i -> i < 80 ? 1 : 1.6));

    assertThat(told(findings)).containsExactly("change-point [fetch]");
    Finding fetch = findings.get(0);
    assertThat(String.valueOf(fetch.evidence().get("consequences")))
        .contains("measured=run", "node=mail");
    assertThat((Long) fetch.evidence().get("index")).isBetween(77L, 83L);
    assertThat((Double) fetch.evidence().get("beforeMs")).isBetween(45.0, 55.0);
    assertThat((Double) fetch.evidence().get("afterMs")).isBetween(72.0, 88.0);
    assertThat((Double) fetch.evidence().get("pValue")).isLessThan(0.005);
    assertThat((String) fetch.evidence().get("time")).startsWith("2023-11-14T22:");
  }

  @Test
  void steadyGrowth_isADrift_notStairs() {
    List<Finding> findings = findings(runs(1, i -> 1 + 0.8 * i / RUNS));

    assertThat(told(findings)).containsExactly("drift [fetch]");
    assertThat((Double) findings.get(0).evidence().get("changeMs")).isBetween(30.0, 50.0);
  }

  @Test
  void whatChangedBelow_isToldOnce() {
    List<Finding> findings = findings(nested(i -> i < 80 ? 1 : 1.6, i -> 1));

    assertThat(told(findings)).containsExactly("change-point [query]");
    assertThat(String.valueOf(findings.get(0).evidence().get("consequences")))
        .contains("node=mail", "node=fetch");
  }

  @Test
  void twoCauses_areTwoFindings() {
    assertThat(told(findings(nested(i -> i < 80 ? 1 : 1.6, i -> i < 80 ? 1 : 1.6))))
        .containsExactlyInAnyOrder("change-point [query]", "change-point [send]");
  }

  @Test
  void slowerVersion_isARegressionThatNamesTheNode() {
    List<Finding> findings = findings(versions(1, 1, 1.4));

    assertThat(told(findings)).containsExactly("regression [fetch]");
    assertThat(findings.get(0).evidence().get("fromVersion")).isEqualTo("1.0");
    assertThat(findings.get(0).evidence().get("toVersion")).isEqualTo("1.1");
  }

  @Test
  void fasterVersion_isAnImprovement() {
    assertThat(told(findings(versions(1, 1.4, 1)))).containsExactly("improvement [fetch]");
  }

  @Test
  void versions_areComparedInOrderOfTheirFirstRun() {
    List<Finding> findings = findings(versions(1, 1, 1.4, 1.4, 1));

    assertThat(told(findings)).containsExactly("regression [fetch]", "improvement [fetch]");
    assertThat(findings.get(1).evidence().get("fromVersion")).isEqualTo("1.2");
  }

  @Test
  void failingVersion_isARegression() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      RunSketch sketch = sketch(i, i < 80 ? "1.0" : "1.1").node("fetch", 0, 10);
      runs.add(i >= 80 && i % 2 == 0 ? sketch.error("timeout").build() : sketch.build());
    }

    assertThat(told(findings(runs))).containsExactly("regression [fetch]");
  }

  @Test
  void coldRuns_areLeftOut() {
    List<Run> runs = new ArrayList<>(runs(1, i -> 1));
    for (int i = 0; i < 60; i++) {
      runs.add(sketch(RUNS + i, "1.0").node("fetch", 0, 500).cold().build());
    }

    assertThat(findings(runs)).isEmpty();
  }

  @Test
  void unfinishedRuns_areLeftOut() {
    List<Run> runs = new ArrayList<>(runs(1, i -> 1));
    for (int i = 0; i < 60; i++) {
      runs.add(sketch(RUNS + i, "1.0").node("fetch", 0, 1).unfinished().build());
    }

    assertThat(findings(runs)).isEmpty();
  }

  @Test
  void fewRuns_areNotTested() {
    assertThat(findings(runs(1, i -> i < 80 ? 1 : 3).subList(61, 100))).isEmpty();
  }

  @Test
  void orderOfRuns_doesNotMatter() {
    List<Run> runs = new ArrayList<>(versions(1, 1, 1.4));
    List<Finding> findings = findings(runs);
    Collections.shuffle(runs, new Random(7));

    assertThat(findings(runs)).isEqualTo(findings);
  }

  @Test
  void analysis_tellsAChangeAtTheVersionThatMadeIt() {
    Analysis analysis = Analysis.of(versions(1, 1, 1.4), Options.DEFAULTS);

    assertThat(told(analysis.findings())).containsExactly("regression [fetch]");
    assertThat(analysis.workflows())
        .filteredOn(it -> !it.advised().findings().isEmpty())
        .extracting(it -> it.statistics().workflow().version())
        .containsExactly("1.1");
  }

  /** At level 0.01 three sets may err; 8 is three standard deviations above. */
  @Test
  void nothingChanges_nothingIsFound() {
    List<String> said = new ArrayList<>();
    int loud = 0;
    for (int seed = 0; seed < CONTROLS; seed++) {
      Random tails = new Random(seed);
      IntToDoubleFunction steady = i -> Math.exp(0.5 * tails.nextGaussian());
      List<String> told =
          told(findings(seed % 2 == 0 ? runs(seed, steady) : versions(seed, 2, steady)));
      said.addAll(told);
      loud += told.isEmpty() ? 0 : 1;
    }
    System.out.printf("findings in %d of %d control sets: %s%n", loud, CONTROLS, said);
    assertThat(loud).isLessThanOrEqualTo(8);
  }

  @Test
  void planted_isFoundAndNamed() {
    int steps = 0;
    int drifts = 0;
    int slower = 0;
    for (int seed = 0; seed < PLANTED; seed++) {
      steps += says(runs(seed, i -> i < 80 ? 1 : 1.6), "change-point [fetch]");
      drifts += says(runs(seed, i -> 1 + 0.8 * i / RUNS), "drift [fetch]");
      slower += says(versions(seed, 1, 1.4), "regression [fetch]");
    }
    System.out.printf(
        "found of %d: steps %d, drifts %d, slower versions %d%n", PLANTED, steps, drifts, slower);
    assertThat(List.of(steps, drifts, slower))
        .allSatisfy(found -> assertThat(found).isGreaterThanOrEqualTo(PLANTED * 9 / 10));
  }

  /** A node with an operation that makes most of it, and one without. */
  private static List<Run> nested(IntToDoubleFunction query, IntToDoubleFunction send) {
    Random random = new Random(5);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      double queried = 2 + noisy(random, 50 * query.applyAsDouble(i));
      double sent = queried + 2 + noisy(random, 30 * send.applyAsDouble(i));
      runs.add(
          sketch(i, "1.0")
              .node("fetch", 0, queried + 1)
              .operation("query", 1, queried)
              .node("send", queried + 2, sent)
              .build());
    }
    return runs;
  }

  private static int says(List<Run> runs, String what) {
    return told(findings(runs)).contains(what) ? 1 : 0;
  }

  private static List<String> told(List<Finding> findings) {
    return findings.stream().map(it -> it.kind() + " " + it.nodes()).toList();
  }

  private static List<Finding> findings(List<Run> runs) {
    Map<WorkflowKey, List<Run>> byWorkflow =
        runs.stream()
            .collect(Collectors.groupingBy(Run::workflow, TreeMap::new, Collectors.toList()));
    return Findings.of(byWorkflow, Overlap.TOLERANT, Thresholds.DEFAULTS)
        .byWorkflow()
        .values()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /** Runs of one version whose node "fetch" takes so many times as long in each run. */
  private static List<Run> runs(int seed, IntToDoubleFunction factor) {
    Random random = new Random(seed);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      runs.add(run(random, i, "1.0", factor.applyAsDouble(i)));
    }
    return runs;
  }

  private static List<Run> versions(int seed, double... factors) {
    return versions(seed, factors.length, i -> factors[i / 80]);
  }

  /** 80 runs of each version, one after the other. */
  private static List<Run> versions(int seed, int count, IntToDoubleFunction factor) {
    Random random = new Random(seed);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 80 * count; i++) {
      runs.add(run(random, i, "1." + i / 80, factor.applyAsDouble(i)));
    }
    return runs;
  }

  /** Three nodes in sequence, of 20, 50 and 30 ms. */
  private static Run run(Random random, int number, String version, double factor) {
    double classified = noisy(random, 20);
    double fetched = classified + noisy(random, 50 * factor);
    double sent = fetched + noisy(random, 30);
    return sketch(number, version)
        .node("classify", 0, classified)
        .node("fetch", classified, fetched)
        .node("send", fetched, sent)
        .build();
  }

  private static RunSketch sketch(int number, String version) {
    return RunSketch.of("mail")
        .id("run-" + number)
        .version(version)
        .rootAttribute("service.version", version)
        .startingAt(number * 1_000.0);
  }

  /** Log-normal with a tail: one in fifty takes three times as long. */
  private static double noisy(Random random, double ms) {
    double tail = random.nextInt(50) == 0 ? 3 : 1;
    return ms * Math.exp(SPREAD * random.nextGaussian()) * tail;
  }
}
