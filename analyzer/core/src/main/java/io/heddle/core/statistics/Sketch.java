package io.heddle.core.statistics;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.DDSketches;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Nanoseconds, summed up so that parts merge to exactly the whole: integer sums, exact extremes,
 * and a DDSketch (Masson et al., VLDB 2019) for percentiles within 1 %. Not thread-safe.
 */
final class Sketch {
  private static final double RELATIVE_ERROR = 0.01;
  private static final double NS_PER_MS = 1e6;

  private final DDSketch quantiles = DDSketches.unboundedDense(RELATIVE_ERROR);
  private final WideSum sum = new WideSum();
  private final WideSum sumOfSquares = new WideSum();
  private long count;
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;

  void add(long ns) {
    quantiles.accept((double) ns);
    sum.add(ns);
    sumOfSquares.addProduct(ns, ns);
    count++;
    min = Math.min(min, ns);
    max = Math.max(max, ns);
  }

  void merge(Sketch other) {
    quantiles.mergeWith(other.quantiles);
    sum.add(other.sum);
    sumOfSquares.add(other.sumOfSquares);
    count += other.count;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
  }

  long count() {
    return count;
  }

  /** In milliseconds; null without a value. */
  @Nullable Distribution distribution() {
    return count == 0 ? null : milliseconds();
  }

  /** In milliseconds; all zero without a value. */
  Distribution milliseconds() {
    return count == 0
        ? new Distribution(0, 0, 0, 0, 0, 0)
        : new Distribution(
            ms(divide(new BigDecimal(sum.value()))),
            ms((double) min),
            ms((double) max),
            percentile(50),
            percentile(95),
            percentile(99));
  }

  /** Of the population, in square milliseconds. */
  double variance() {
    if (count == 0) {
      return 0;
    }
    BigInteger deviations =
        sumOfSquares
            .value()
            .multiply(BigInteger.valueOf(count))
            .subtract(sum.value().multiply(sum.value()));
    return divide(divide(new BigDecimal(deviations))).doubleValue() / (NS_PER_MS * NS_PER_MS);
  }

  /** Nearest rank; the half keeps the sketch's own rank, a product, on that side. */
  private double percentile(int percent) {
    long rank = (count * percent + 99) / 100 - 1;
    double quantile = count == 1 ? 0 : Math.min(1, (rank + 0.5) / (double) (count - 1));
    double value = quantiles.getValueAtQuantile(quantile);
    return ms(Math.max((double) min, Math.min((double) max, value)));
  }

  private BigDecimal divide(BigDecimal dividend) {
    return dividend.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
  }

  private static double ms(BigDecimal ns) {
    return ms(ns.doubleValue());
  }

  private static double ms(double ns) {
    return ns / NS_PER_MS;
  }
}
