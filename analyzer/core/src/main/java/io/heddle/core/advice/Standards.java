package io.heddle.core.advice;

import io.heddle.core.comparison.Thresholds;
import io.heddle.core.statistics.PriceTable;

/**
 * What a recommendation has to reach, and what tokens cost.
 *
 * @param thresholds the least gain, and the level of every test
 * @param prices {@link PriceTable#NONE} leaves every saving of money unknown
 */
public record Standards(Thresholds thresholds, PriceTable prices) {
  public static final Standards DEFAULTS = new Standards(Thresholds.DEFAULTS, PriceTable.NONE);
}
