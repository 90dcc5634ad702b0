package io.heddle.core.statistics;

import java.math.BigDecimal;

/**
 * What tokens cost by a price table, which is an estimate: nobody saw the bill.
 *
 * @param currency ISO 4217
 * @param date ISO 8601, the day the prices were true
 */
public record Cost(BigDecimal amount, String currency, String date) {}
