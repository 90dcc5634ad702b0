package io.heddle.core.attribute;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.jspecify.annotations.Nullable;

/**
 * An attribute whose values go with something special: Fisher's exact test for the value that tells
 * most, corrected for every value tried.
 *
 * @param values the one that tells most first, then the others that most of the special ones have
 * @param special how many of the special ones have one of the values
 * @param usual how many of the others have one of them
 * @param separation share of the special ones that have one of the values, less that of the others
 * @param pValue of the first value, corrected
 */
public record Explanation(
    String attribute,
    List<String> values,
    long special,
    long usual,
    double separation,
    double pValue) {
  public Explanation {
    values = List.copyOf(values);
  }

  /**
   * The clearest explanation; null when nothing explains it at the level.
   *
   * @param level that the p-value may reach after correction
   * @param searches how many searches like this one share the level
   */
  public static @Nullable Explanation search(Puzzle puzzle, double level, int searches) {
    BitSet special = puzzle.special();
    List<Candidates> candidates = Candidates.of(puzzle.items(), puzzle.absenceTells());
    int tests = searches * candidates.stream().mapToInt(it -> it.byValue().size()).sum();
    Totals totals = new Totals(special.cardinality(), puzzle.items().size());
    return candidates.stream()
        .flatMap(
            it -> it.byValue().keySet().stream().map(value -> tested(it, value, special, totals)))
        .filter(it -> it.enriched && it.pValue * tests <= level)
        .min(Comparator.comparingDouble(Tested::pValue).thenComparing(Tested::isUnset))
        .map(best -> explain(best, special, totals, tests))
        .orElse(null);
  }

  private record Totals(int special, int all) {
    int usual() {
      return all - special;
    }
  }

  private record Tested(Candidates of, String value, boolean enriched, double pValue) {
    boolean isUnset() {
      return value.equals(Candidates.UNSET);
    }
  }

  private static Tested tested(Candidates of, String value, BitSet special, Totals totals) {
    BitSet having = of.having(value);
    int hits = Candidates.both(having, special);
    int others = having.cardinality() - hits;
    boolean enriched = (double) hits * totals.usual() > (double) others * totals.special;
    return new Tested(of, value, enriched, enriched ? pValue(hits, others, totals) : 1);
  }

  private static double pValue(int hits, int others, Totals totals) {
    boolean told = hits + others < totals.all;
    int[][] table = {{hits, totals.special - hits}, {others, totals.usual() - others}};
    return told ? FisherExactTest.withDefaults().test(table).getPValue() : 1;
  }

  /** Adds the other values of which most items are special. */
  private static Explanation explain(Tested best, BitSet special, Totals totals, int tests) {
    List<String> values = new ArrayList<>(List.of(best.value));
    BitSet having = (BitSet) best.of.having(best.value).clone();
    if (!best.of.nested()) {
      for (String value : best.of.byValue().keySet()) {
        BitSet with = best.of.having(value);
        if (!value.equals(best.value) && 2 * Candidates.both(with, special) > with.cardinality()) {
          values.add(value);
          having.or(with);
        }
      }
    }
    int hits = Candidates.both(having, special);
    int others = having.cardinality() - hits;
    return new Explanation(
        best.of.attribute(),
        values,
        hits,
        others,
        (double) hits / totals.special - (double) others / totals.usual(),
        Math.min(1, best.pValue * tests));
  }

  /** At most so many of the items, in equal steps: attributes of every one take long to read. */
  public static <T> List<T> thinned(List<T> items, int most) {
    int step = Math.max(1, (items.size() + most - 1) / most);
    return IntStream.iterate(0, i -> i < items.size(), i -> i + step).mapToObj(items::get).toList();
  }

  /** The values as text: one, or all of them. */
  public String value() {
    return String.join(" or ", values);
  }
}
