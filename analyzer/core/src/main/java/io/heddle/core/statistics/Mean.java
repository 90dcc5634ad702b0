package io.heddle.core.statistics;

import org.jspecify.annotations.Nullable;

/** An exact mean of what was measured; unknown values do not count. Not thread-safe. */
final class Mean {
  private final WideSum sum = new WideSum();
  private long count;

  void add(@Nullable Long value) {
    if (value != null) {
      sum.add(value);
      count++;
    }
  }

  void merge(Mean other) {
    sum.add(other.sum);
    count += other.count;
  }

  @Nullable Double value() {
    return count == 0 ? null : sum.value().doubleValue() / count;
  }
}
