package io.heddle.core.attribute;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoublePredicate;

/** An attribute whose every value is a number, item by item; NaN where an item has none. */
final class Numbers {
  private static final double[] QUANTILES = {0.1, 0.25, 0.5, 0.75, 0.9, 0.95};

  private final double[] byItem;

  Numbers(int items) {
    byItem = new double[items];
    Arrays.fill(byItem, Double.NaN);
  }

  /** Whether the value is a finite number, and so was taken up. */
  boolean set(int item, String value) {
    byItem[item] = number(value);
    return !Double.isNaN(byItem[item]);
  }

  /** The same for several items of one value. */
  boolean set(BitSet where, String value) {
    double number = number(value);
    where.stream().forEach(item -> byItem[item] = number);
    return !Double.isNaN(number);
  }

  /** The items by the quantile that their number reaches. */
  Map<String, BitSet> thresholds() {
    Map<String, BitSet> reached = new TreeMap<>();
    double[] sorted = sorted();
    for (double quantile : QUANTILES) {
      double limit = sorted[(int) (quantile * sorted.length)];
      reached.put("at least " + text(limit), where(it -> it >= limit));
      reached.put("below " + text(limit), where(it -> it < limit));
    }
    return reached;
  }

  private double[] sorted() {
    return Arrays.stream(byItem).filter(number -> !Double.isNaN(number)).sorted().toArray();
  }

  private BitSet where(DoublePredicate meant) {
    BitSet items = new BitSet();
    for (int i = 0; i < byItem.length; i++) {
      if (meant.test(byItem[i])) {
        items.set(i);
      }
    }
    return items;
  }

  private static String text(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static double number(String text) {
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : Double.NaN;
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }
}
