package io.heddle.core.statistics;

import java.math.BigDecimal;

/** Money. */
public record Cost(BigDecimal amount, String currency) {}
