package io.heddle.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitsTest {
  @Test
  void smallProbability_isNotZero() {
    assertThat(Units.probability(1.234e-9)).isEqualTo("1.2e-09");
    assertThat(Units.probability(0.0375)).isEqualTo("0.038");
  }

  @Test
  void duration_takesTheUnitThatFits() {
    assertThat(Units.ms(0.0207)).isEqualTo("20.7 µs");
    assertThat(Units.ms(41.5)).isEqualTo("41.5 ms");
    assertThat(Units.ms(2_340.0)).isEqualTo("2.34 s");
    assertThat(Units.ms(null)).isEqualTo(Units.UNKNOWN);
  }
}
