package io.heddle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HolmTest {
  @Test
  void pValues_areMultipliedByWhatIsLeft() {
    assertThat(Holm.adjust(0.01, 0.04, 0.03)).containsExactly(0.03, 0.06, 0.06);
  }

  @Test
  void adjusted_neverExceedsOneAndNeverFallsBelowRaw() {
    assertThat(Holm.adjust(0.9, 0.8)).containsExactly(1, 1);
    assertThat(Holm.adjust(0.2)).containsExactly(0.2);
    assertThat(Holm.adjust()).isEmpty();
  }
}
