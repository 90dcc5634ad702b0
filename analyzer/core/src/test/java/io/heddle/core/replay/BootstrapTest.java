package io.heddle.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final double[] BEGINNING = {0, 0, 0, 9, 11, 10, 12, 9, 10, 11, 10, 9};

  @Test
  void lowValuesThatComeFirst_areNoLoad() {
    assertThat(Bootstrap.ofMean(BEGINNING).low()).isNegative();
    assertThat(Bootstrap.ofMean(BEGINNING, first(3)).low()).isGreaterThan(2);
  }

  @Test
  void loadOfTheRest_stillCounts() {
    double[] turns = {0, 0, 0, 5, 15, 5, 15, 5, 15, 5, 15, 5, 15};
    double[] lasting = {0, 0, 0, 5, 5, 5, 5, 5, 15, 15, 15, 15, 15};

    assertThat(Bootstrap.ofMean(lasting, first(3)).low())
        .isLessThan(Bootstrap.ofMean(turns, first(3)).low());
  }

  @Test
  void oneOfThree_provesNothing() {
    assertThat(Bootstrap.ofMean(new double[] {0, 10, 10}, first(1)).low()).isNotPositive();
  }

  @Test
  void withNoneFirstOrMoreThanHalf_allAreAsked() {
    Interval all = Bootstrap.ofMean(BEGINNING);

    assertThat(Bootstrap.ofMean(BEGINNING, first(0))).isEqualTo(all);
    assertThat(Bootstrap.ofMean(BEGINNING, first(7))).isEqualTo(all);
  }

  private static BitSet first(int count) {
    BitSet first = new BitSet();
    first.set(0, count);
    return first;
  }
}
