package io.heddle.core.advice;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.jspecify.annotations.Nullable;

/**
 * An attribute and the value of it that goes with something special: Fisher's exact test, corrected
 * for every value tried.
 *
 * @param special how many of the special ones have the value
 * @param usual how many of the others have it
 * @param pValue corrected
 */
record Explanation(String attribute, String value, long special, long usual, double pValue) {
  private static final double LEVEL = 0.01;

  /** Attributes with more values than this name single executions. */
  private static final int MOST_VALUES = 50;

  /** The clearest explanation; null when nothing explains it. */
  static @Nullable Explanation search(List<Map<String, String>> attributes, IntPredicate special) {
    Map<String, Map<String, long[]>> counts = new TreeMap<>();
    long[] totals = new long[2];
    for (int i = 0; i < attributes.size(); i++) {
      int side = special.test(i) ? 0 : 1;
      totals[side]++;
      attributes
          .get(i)
          .forEach((key, value) ->
              counts.computeIfAbsent(key, none -> new TreeMap<>())
                  .computeIfAbsent(value, none -> new long[2])[side]++);
    }
    counts.values().removeIf(values -> values.size() > MOST_VALUES);
    int tests = counts.values().stream().mapToInt(Map::size).sum();
    return best(counts, totals, tests);
  }

  Facts describe(Facts evidence) {
    return evidence
        .with("attribute", attribute)
        .with("value", value)
        .with("slowWithValue", special)
        .with("usualWithValue", usual)
        .with("pValue", pValue);
  }

  private static @Nullable Explanation best(
      Map<String, Map<String, long[]>> counts, long[] totals, int tests) {
    Explanation best = null;
    for (Map.Entry<String, Map<String, long[]>> attribute : counts.entrySet()) {
      for (Map.Entry<String, long[]> value : attribute.getValue().entrySet()) {
        long[] having = value.getValue();
        double p = Math.min(1, tests * pValue(having, totals));
        boolean more = having[0] * totals[1] > having[1] * totals[0];
        if (more && p <= LEVEL && (best == null || p < best.pValue)) {
          best = new Explanation(attribute.getKey(), value.getKey(), having[0], having[1], p);
        }
      }
    }
    return best;
  }

  private static double pValue(long[] having, long[] totals) {
    int[][] table = {
      {(int) having[0], (int) (totals[0] - having[0])},
      {(int) having[1], (int) (totals[1] - having[1])}
    };
    boolean told = having[0] + having[1] > 0 && having[0] + having[1] < totals[0] + totals[1];
    return told ? FisherExactTest.withDefaults().test(table).getPValue() : 1;
  }
}
