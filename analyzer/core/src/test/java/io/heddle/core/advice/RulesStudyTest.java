package io.heddle.core.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.comparison.Thresholds;
import io.heddle.core.statistics.PriceTable;
import io.heddle.core.statistics.PriceTable.Price;
import io.heddle.runs.Run;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * All rules on seeded data with planted problems and with none, few sets here and many with {@code
 * -Dheddle.study.sets=300}; prints its counts.
 */
class RulesStudyTest {
  private static final int SETS = Integer.getInteger("heddle.study.sets", 9);
  private static final int[] RUNS = {40, 120, 200};
  private static final Standards STANDARDS = new Standards(Thresholds.DEFAULTS, prices());

  @Test
  void controls_staySilent() {
    Map<String, Integer> said = new TreeMap<>();
    int sets = 0;
    int loud = 0;
    for (Map.Entry<String, Workloads.Workload> control : Workloads.controls().entrySet()) {
      for (int seed = 0; seed < SETS; seed++) {
        List<Recommendation> found = ask(seed, 0, control.getValue());
        found.forEach(it -> said.merge(control.getKey() + ": " + it.rule(), 1, Integer::sum));
        loud += found.isEmpty() ? 0 : 1;
        sets++;
      }
    }
    System.out.printf("recommendations in %d of %d control sets: %s%n", loud, sets, said);
    assertThat(loud).isLessThanOrEqualTo(sets / 100);
  }

  @Test
  void planted_isFoundWithItsNodesAndItsSize() {
    int missed = 0;
    for (Workloads.Planted planted : Workloads.planted()) {
      int found = 0;
      int others = 0;
      double error = 0;
      for (int seed = 0; seed < SETS; seed++) {
        List<Recommendation> all = ask(seed, planted.runs(), planted.workload());
        for (Recommendation one : all) {
          boolean right = one.rule().equals(planted.rule()) && one.nodes().equals(planted.nodes());
          found += right ? 1 : 0;
          others += right || one.rule().equals(planted.rule()) ? 0 : 1;
          error += right && planted.savedMs() > 0 ? one.saving().meanMs() / planted.savedMs() : 0;
        }
      }
      missed += Math.max(0, SETS - found);
      System.out.printf(
          "%s: found in %d of %d sets, %d other recommendations, mean saving %s of the planted%n",
          planted.rule(),
          found,
          SETS,
          others,
          planted.savedMs() == 0 || found == 0 ? "-" : "%.2f".formatted(error / found));
    }
    assertThat(missed).isLessThanOrEqualTo(SETS * Workloads.planted().size() / 20);
  }

  private static List<Recommendation> ask(int seed, int least, Workloads.Workload workload) {
    int count = Math.max(least, RUNS[seed / 3 % RUNS.length]);
    List<Run> runs = Workloads.runs(count, seed, workload);
    return Advice.of(runs, STANDARDS).recommendations();
  }

  private static PriceTable prices() {
    return new PriceTable(
        "USD",
        "2026-01-01",
        List.of(
            new Price(
                null,
                "big-1",
                new BigDecimal("3"),
                new BigDecimal("15"),
                new BigDecimal("0.3"),
                null),
            new Price(null, "small-1", new BigDecimal("0.3"), new BigDecimal("1.5"), null, null)));
  }
}
