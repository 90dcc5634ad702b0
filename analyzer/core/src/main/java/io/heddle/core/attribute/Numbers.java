package io.heddle.core.attribute;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/** An attribute whose every value is a number, item by item; NaN where an item has none. */
final class Numbers {
  private final double[] byItem;

  private Numbers(double[] byItem) {
    this.byItem = byItem;
  }

  /** Null as soon as a value is no finite number. */
  static @Nullable Numbers of(List<Map<String, String>> attributes, String attribute) {
    double[] byItem = new double[attributes.size()];
    for (int i = 0; i < byItem.length; i++) {
      String value = attributes.get(i).get(attribute);
      byItem[i] = value == null ? Double.NaN : number(value);
      if (value != null && Double.isNaN(byItem[i])) {
        return null;
      }
    }
    return new Numbers(byItem);
  }

  /** Whether a text is a finite number. */
  static boolean isNumber(String text) {
    return !Double.isNaN(number(text));
  }

  /** Of the items that have one. */
  double[] sorted() {
    return Arrays.stream(byItem).filter(number -> !Double.isNaN(number)).sorted().toArray();
  }

  /** The items whose number is meant. */
  BitSet where(DoublePredicate meant) {
    BitSet items = new BitSet();
    for (int i = 0; i < byItem.length; i++) {
      if (meant.test(byItem[i])) {
        items.set(i);
      }
    }
    return items;
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
