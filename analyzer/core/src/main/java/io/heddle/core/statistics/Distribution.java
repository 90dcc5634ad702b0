package io.heddle.core.statistics;

/**
 * A set of values in one unit; mean, min and max are exact, percentiles within 1 %.
 *
 * @param mean arithmetic
 */
public record Distribution(
    double mean, double min, double max, double p50, double p95, double p99) {}
