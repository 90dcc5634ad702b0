package io.heddle.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WideSumTest {
  private final WideSum sum = new WideSum();

  @Test
  void sumOfAnySize_isExact() {
    Random random = new Random(1);
    BigInteger expected = BigInteger.ZERO;
    for (int i = 0; i < 10_000; i++) {
      long value = random.nextLong() >> random.nextInt(64);
      sum.add(value);
      sum.addProduct(value, value);
      BigInteger exact = BigInteger.valueOf(value);
      expected = expected.add(exact).add(exact.multiply(exact));
    }
    assertThat(sum.value()).isEqualTo(expected);
  }

  @Test
  void largestSquares_spillBeforeTheyOverflow() {
    for (int i = 0; i < 100; i++) {
      sum.addProduct(Long.MIN_VALUE, Long.MIN_VALUE);
    }
    assertThat(sum.value()).isEqualTo(BigInteger.TWO.pow(126).multiply(BigInteger.valueOf(100)));
  }

  @Test
  void partsAddUpToTheWhole() {
    WideSum other = new WideSum();
    sum.add(-3);
    other.addProduct(Long.MAX_VALUE, Long.MAX_VALUE);
    BigInteger expected = sum.value().add(other.value());
    sum.add(other);
    assertThat(sum.value()).isEqualTo(expected);
  }
}
