package io.heddle.instrumentation.methods;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "com/acme/Orders, com/acme/Orders",
    "com/acme/*, com/acme/Orders$Line",
    "com/acme/*, com/acme/",
    "com/*/Orders, com/acme/Orders",
    "com/**, com/acme/deep/Orders",
    "**, Orders",
    "**/Orders, com/acme/Orders",
    "com/**/*Service, com/acme/a/b/OrderService",
    "com/**/a*b/C, com/ab/axx/ayb/C",
    "*a/*b, xxa/yb",
    "run*, run",
    "*un*, rerunning",
    "a*a*a, aaaa",
    "***, a/b",
  })
  void text_thatFits_matches(String pattern, String text) {
    assertThat(new Glob(pattern).matches(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "com/acme/Orders, com/acme/Order",
    "com/acme/Orders, com/acme/OrdersX",
    "com/acme/*, com/acme/deep/Orders",
    "com/*/Orders, com/acme/deep/Orders",
    "com/**, org/acme/Orders",
    "com/**/*Service, com/acme/OrderServices",
    "run*, rerun",
    "a*a*a, aa",
    "*a/*b, x/yb",
  })
  void text_thatDoesNotFit_doesNotMatch(String pattern, String text) {
    assertThat(new Glob(pattern).matches(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Orders, true", "Order*, false"})
  void exact_isWhatHasNoStar(String pattern, boolean exact) {
    assertThat(new Glob(pattern).isExact()).isEqualTo(exact);
  }
}
