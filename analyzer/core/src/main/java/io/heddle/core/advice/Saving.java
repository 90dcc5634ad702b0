package io.heddle.core.advice;

import io.heddle.core.replay.Interval;
import io.heddle.core.statistics.Cost;
import org.jspecify.annotations.Nullable;

/**
 * What a recommendation would save per run, computed by replay (time) or by a price table (money).
 *
 * @param meanMs of a mean run; 0 when only money is saved
 * @param percent of the workflow's mean run
 * @param intervalMs of {@code meanMs}
 * @param cost per run; null when no money is saved or no price is known
 */
public record Saving(double meanMs, double percent, Interval intervalMs, @Nullable Cost cost) {}
