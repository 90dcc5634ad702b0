package io.heddle.core.attribute;

import java.util.ArrayList;
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
    Map<String, BitSet> items = items(attributes, name);
    if (items.size() <= MOST_VALUES) {
      return new Candidates(name, items, false);
    }
    Map<String, BitSet> reached = thresholds(items);
    return reached.isEmpty() ? null : new Candidates(name, reached, true);
  }

  private static Map<String, BitSet> items(List<Map<String, String>> attributes, String attribute) {
    Map<String, BitSet> items = new TreeMap<>();
    for (int i = 0; i < attributes.size(); i++) {
      String value = attributes.get(i).get(attribute);
      if (value != null) {
        items.computeIfAbsent(value, none -> new BitSet()).set(i);
      }
    }
    return items;
  }

  /** Items by the quantile that their number reaches; none when values are no numbers. */
  private static Map<String, BitSet> thresholds(Map<String, BitSet> items) {
    Map<Double, BitSet> numbers = new TreeMap<>();
    List<Double> all = new ArrayList<>();
    for (Map.Entry<String, BitSet> entry : items.entrySet()) {
      Double number = number(entry.getKey());
      if (number == null) {
        return Map.of();
      }
      numbers.computeIfAbsent(number, none -> new BitSet()).or(entry.getValue());
      for (int i = 0; i < entry.getValue().cardinality(); i++) {
        all.add(number);
      }
    }
    double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    Map<String, BitSet> reached = new TreeMap<>();
    for (double quantile : QUANTILES) {
      double limit = sorted[(int) (quantile * sorted.length)];
      put(reached, "at least " + text(limit), numbers, it -> it >= limit);
      put(reached, "below " + text(limit), numbers, it -> it < limit);
    }
    return reached;
  }

  private interface Side {
    boolean holds(double number);
  }

  private static void put(
      Map<String, BitSet> reached, String name, Map<Double, BitSet> numbers, Side side) {
    BitSet having = new BitSet();
    numbers.forEach((number, items) -> {
      if (side.holds(number)) {
        having.or(items);
      }
    });
    reached.put(name, having);
  }

  private static String text(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static @Nullable Double number(String text) {
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? Double.valueOf(number) : null;
    } catch (NumberFormatException e) {
      return null;
    }
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
