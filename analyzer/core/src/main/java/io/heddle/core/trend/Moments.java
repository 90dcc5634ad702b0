package io.heddle.core.trend;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Size, mean and variance of a sample.
 *
 * @param variance the mean squared deviation (divided by n, not n - 1): Otava's reading, kept so
 *     that its parameters mean the same here
 */
record Moments(int size, double mean, double variance) {

  static Moments of(double[] series, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += series[i];
    }
    double mean = sum / (to - from);
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += (series[i] - mean) * (series[i] - mean);
    }
    return new Moments(to - from, mean, squares / (to - from));
  }

  /** Two-sided p-value of Student's t-test with pooled variance; 1 when it cannot be told. */
  double pValue(Moments other) {
    int freedom = size + other.size - 2;
    double difference = Math.abs(mean - other.mean);
    if (freedom < 1 || difference == 0) {
      return 1;
    }
    double pooled = ((size - 1) * variance + (other.size - 1) * other.variance) / freedom;
    double error = Math.sqrt(pooled * (1.0 / size + 1.0 / other.size));
    return error == 0 ? 0 : 2 * TDistribution.of(freedom).survivalProbability(difference / error);
  }
}
