package io.heddle.core.statistics;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** An exact mean of what was measured; unknown values do not count. Not thread-safe. */
final class Mean {
  private BigInteger sum = BigInteger.ZERO;
  private long count;

  void add(@Nullable Long value) {
    if (value != null) {
      sum = sum.add(BigInteger.valueOf(value));
      count++;
    }
  }

  void merge(Mean other) {
    sum = sum.add(other.sum);
    count += other.count;
  }

  @Nullable Double value() {
    return count == 0 ? null : sum.doubleValue() / count;
  }
}
