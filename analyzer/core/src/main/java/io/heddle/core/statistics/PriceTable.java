package io.heddle.core.statistics;

import io.heddle.runs.Model;
import io.heddle.runs.Tokens;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  /** Ways to a model that say nothing of what it is; a host's name would be another price. */
  private static final Pattern WAY =
      Pattern.compile("^(openai|anthropic|google|gemini|models|vertex_ai)/");

  public PriceTable {
    models = List.copyOf(models);
  }

  /**
   * By the responding model, else the requested one, else the longest prefix of either; then the
   * same by what follows the way to the model, as in {@code openai/gpt-4o}.
   */
  public @Nullable Price find(Model model) {
    Price price = byName(model.provider(), model.responded(), model.requested());
    return price == null
        ? byName(model.provider(), bare(model.responded()), bare(model.requested()))
        : price;
  }

  /** What so many tokens of the model cost; null when its price is unknown, or they are. */
  public @Nullable BigDecimal cost(Model model, Tokens tokens) {
    Price price = find(model);
    return price == null ? null : price.of(tokens);
  }

  /** Whether the model has a price. */
  boolean knows(Model model) {
    Price price = find(model);
    return price != null && price.isKnown();
  }

  private static String bare(String model) {
    return WAY.matcher(model).replaceFirst("");
  }

  private @Nullable Price byName(String provider, String responded, String requested) {
    return exact(provider, responded)
        .or(() -> exact(provider, requested))
        .or(() -> prefix(provider, responded))
        .or(() -> prefix(provider, requested))
        .orElse(null);
  }

  private Optional<Price> exact(String provider, String model) {
    return of(provider).filter(price -> price.model.equals(model)).findFirst();
  }

  private Optional<Price> prefix(String provider, String model) {
    return of(provider)
        .filter(price -> model.startsWith(price.model))
        .max(Comparator.comparingInt(price -> price.model.length()));
  }

  /** Prices of the provider before prices of any. */
  private Stream<Price> of(String provider) {
    return Stream.concat(
        models.stream().filter(price -> provider.equals(price.provider)),
        models.stream().filter(price -> price.provider == null || provider.isEmpty()));
  }

  /**
   * Prices of one model, per million tokens.
   *
   * @param provider null for any
   * @param model the name, or a prefix of it
   * @param input null: unknown, and no shorter prefix may speak for the model
   * @param output null: as for input
   * @param cacheRead null: as input
   * @param cacheWrite null: as input
   */
  public record Price(
      @Nullable String provider,
      String model,
      @Nullable BigDecimal input,
      @Nullable BigDecimal output,
      @Nullable BigDecimal cacheRead,
      @Nullable BigDecimal cacheWrite) {

    boolean isKnown() {
      return input != null && output != null;
    }

    /** Null when the price is unknown, or neither the input nor the output. */
    public @Nullable BigDecimal of(Tokens tokens) {
      if (input == null || output == null || (tokens.input() == null && tokens.output() == null)) {
        return null;
      }
      long read = known(tokens.cacheRead());
      long written = known(tokens.cacheWrite());
      long fresh = Math.max(0, known(tokens.input()) - read - written);
      return times(fresh, input)
          .add(times(read, cacheRead == null ? input : cacheRead))
          .add(times(written, cacheWrite == null ? input : cacheWrite))
          .add(times(known(tokens.output()), output));
    }

    private static BigDecimal times(long tokens, BigDecimal perMillion) {
      return BigDecimal.valueOf(tokens).multiply(perMillion).movePointLeft(6);
    }

    private static long known(@Nullable Long tokens) {
      return tokens == null ? 0 : tokens;
    }
  }
}
