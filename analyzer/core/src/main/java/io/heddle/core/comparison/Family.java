package io.heddle.core.comparison;

import java.util.ArrayList;
import java.util.List;

/** All tests of one report, judged together. Not thread-safe. */
final class Family {
  private final List<Double> pValues = new ArrayList<>();
  private double[] adjusted = {};

  /** Takes a test in; its number is the ticket to the verdict. */
  int add(double pValue) {
    pValues.add(pValue);
    return pValues.size() - 1;
  }

  /** Closes the family; no test may come after. */
  Family judge() {
    adjusted = Holm.adjust(pValues.stream().mapToDouble(Double::doubleValue).toArray());
    return this;
  }

  boolean holds(int ticket, double level) {
    return adjusted[ticket] <= level;
  }
}
