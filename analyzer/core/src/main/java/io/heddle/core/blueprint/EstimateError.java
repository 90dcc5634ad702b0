package io.heddle.core.blueprint;

/**
 * How far estimates of a run's duration are off, in percent of the measured duration.
 *
 * @param medianPercent of estimates that were made without the run they are compared with
 * @param runs how many runs were compared
 * @param unmeasuredMedianPercent of the estimate that knows no runs at all
 */
public record EstimateError(double medianPercent, int runs, double unmeasuredMedianPercent) {}
