package io.heddle.benchmarks.host;

import java.util.List;

/**
 * What is typical of differences between two sides that were measured in pairs.
 *
 * @param from lower end of an interval that holds the true median in 95 of 100 measurements,
 *     whatever the differences' distribution (order statistics)
 * @param to its upper end
 */
record PairedDifferences(double median, double from, double to, double mean) {
  static PairedDifferences of(List<Double> differences) {
    double[] sorted = differences.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    int reach = (int) Math.ceil(1.96 * Math.sqrt(sorted.length) / 2);
    return new PairedDifferences(
        sorted[middle],
        sorted[Math.max(0, middle - reach)],
        sorted[Math.min(sorted.length - 1, middle + reach)],
        differences.stream().mapToDouble(Double::doubleValue).average().orElse(0));
  }
}
