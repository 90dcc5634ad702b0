package io.heddle.core.statistics;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What models cost at one date.
 *
 * @param currency ISO 4217
 * @param date ISO 8601, the day the prices were true
 */
public record PriceTable(String currency, String date, List<Price> models) {
  /** Prices nothing: every cost stays unknown. */
  public static final PriceTable NONE = new PriceTable("USD", "", List.of());

  public PriceTable {
    models = List.copyOf(models);
  }

  /**
   * Prices of one model, per million tokens.
   *
   * @param provider null for any
   * @param model the name, or a prefix of it
   * @param cacheRead null: as input
   * @param cacheWrite null: as input
   */
  public record Price(
      @Nullable String provider,
      String model,
      BigDecimal input,
      BigDecimal output,
      @Nullable BigDecimal cacheRead,
      @Nullable BigDecimal cacheWrite) {}
}
