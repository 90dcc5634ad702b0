package io.heddle.core.attribute;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values of one attribute that may explain something, with the items that have each.
 *
 * @param nested whether the values are thresholds, of which an item may reach several
 */
record Candidates(String attribute, Map<String, BitSet> byValue, boolean nested) {
  /** An attribute with more values names single items, unless its values are numbers. */
  private static final int MOST_VALUES = 50;

  private static final double[] QUANTILES = {0.1, 0.25, 0.5, 0.75, 0.9, 0.95};

  /** Figures that a duration is measured by or made of explain nothing. */
  private static final Pattern RESTATES =
      Pattern.compile(
          "heddle\\..*|.*(duration|elapsed|latency|time_to_first).*|.*[._](ns|ms|millis|seconds)");

  /** By attribute, in alphabetical order. */
  static List<Candidates> of(List<Map<String, String>> attributes) {
    TreeSet<String> names = new TreeSet<>();
    attributes.forEach(of -> names.addAll(of.keySet()));
    names.removeIf(name -> RESTATES.matcher(name).matches());
    return names.stream().map(name -> of(attributes, name)).filter(Objects::nonNull).toList();
  }

  private static @Nullable Candidates of(List<Map<String, String>> attributes, String name) {
    Map<String, BitSet> items = new TreeMap<>();
    for (int i = 0; i < attributes.size(); i++) {
      String value = attributes.get(i).get(name);
      if (value != null) {
        items.computeIfAbsent(value, none -> new BitSet()).set(i);
        if (items.size() > MOST_VALUES) {
          return items.keySet().stream().allMatch(Numbers::isNumber)
              ? thresholds(attributes, name)
              : null;
        }
      }
    }
    return new Candidates(name, items, false);
  }

  /** Items by the quantile that their number reaches; null when a value is no number. */
  private static @Nullable Candidates thresholds(
      List<Map<String, String>> attributes, String attribute) {
    Numbers numbers = Numbers.of(attributes, attribute);
    if (numbers == null) {
      return null;
    }
    Map<String, BitSet> reached = new TreeMap<>();
    double[] sorted = numbers.sorted();
    for (double quantile : QUANTILES) {
      double limit = sorted[(int) (quantile * sorted.length)];
      reached.put("at least " + text(limit), numbers.where(it -> it >= limit));
      reached.put("below " + text(limit), numbers.where(it -> it < limit));
    }
    return new Candidates(attribute, reached, true);
  }

  private static String text(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  BitSet having(String value) {
    return Objects.requireNonNull(byValue.get(value), value);
  }

  static int both(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return both.cardinality();
  }
}
