package io.heddle.core.statistics;

import java.math.BigInteger;

/** An exact sum of any size: 128 bits that spill before they overflow. Not thread-safe. */
public final class WideSum {
  private static final int SPILL_BITS = 62;

  private BigInteger spilled = BigInteger.ZERO;
  private long high;
  private long low;

  /** Adds a number. */
  public void add(long value) {
    add(value >> (Long.SIZE - 1), value);
  }

  void addProduct(long one, long other) {
    add(Math.multiplyHigh(one, other), one * other);
  }

  /** Adds another sum, which stays as it is. */
  public void add(WideSum other) {
    spilled = spilled.add(other.value());
  }

  /** The sum so far. */
  public BigInteger value() {
    BigInteger words = BigInteger.valueOf(high).shiftLeft(Long.SIZE).or(unsigned(low));
    return spilled.add(words);
  }

  private void add(long addedHigh, long addedLow) {
    if (high >> (SPILL_BITS - 1) != high >> (Long.SIZE - 1)) {
      spilled = value();
      high = 0;
      low = 0;
    }
    low += addedLow;
    high += addedHigh + (Long.compareUnsigned(low, addedLow) < 0 ? 1 : 0);
  }

  private static BigInteger unsigned(long bits) {
    BigInteger signed = BigInteger.valueOf(bits);
    return bits < 0 ? signed.add(BigInteger.ONE.shiftLeft(Long.SIZE)) : signed;
  }
}
