package io.heddle.instrumentation.methods;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallNamesTest {
  @Test
  void withoutTemplate_classAndMethodAreTheName() {
    assertThat(names("").fixed()).isEqualTo("Shop.Till.pay");
  }

  @ParameterizedTest
  @CsvSource({"a.Orders$,Orders$.pay", "Job$$anon$1,Job$$anon.1.pay", "$A$1B,$A.1B.pay", "$,$.pay"})
  void dollarsThatNestNothing_stay(String className, String name) {
    assertThat(new CallNames(NameTemplate.DEFAULT, className, "pay").fixed()).isEqualTo(name);
  }

  @Test
  void numbersOfManyDigits_areToldByTheirClass() {
    BigInteger large = BigInteger.ONE.shiftLeft(1000);
    CallNames names = names("={0}/{1}/{2}/{3}");

    assertThat(names.of(large, new BigDecimal(large), BigInteger.TEN, new BigDecimal("1E+999999")))
        .isEqualTo("BigInteger/BigDecimal/10/1E+999999");
  }

  @Test
  void templateWithoutArguments_isFixed() {
    assertThat(names("={class}#{method}").fixed()).isEqualTo("com.acme.Shop$Till#pay");
  }

  @Test
  void arguments_areToldByTheirValues() {
    CallNames names = names("={0}/{1}/{2}/{3}");

    assertThat(names.fixed()).isNull();
    assertThat(names.of("a", 7, null, true)).isEqualTo("a/7/null/true");
    assertThat(names.of(Role.NODE, new UUID(0, 1), 'c', 1.5))
        .isEqualTo("NODE/00000000-0000-0000-0000-000000000001/c/1.5");
  }

  @Test
  void objectsOfTheApplication_areToldByTheirClassAndNotCalled() {
    Object hostile =
        new Object() {
          @Override
          public String toString() {
            throw new AssertionError("user code");
          }
        };

    assertThat(call(names("={0}"), hostile)).startsWith("CallNamesTest.");
  }

  @Test
  void longArgument_isCut() {
    assertThat(call(names("={0}"), "x".repeat(1000))).hasSize(131).endsWith("...");
  }

  @Test
  void namesWithoutEnd_shareOneInTheEnd() {
    CallNames names = names("=order {0}");
    for (int i = 0; i < CallNames.MOST; i++) {
      assertThat(call(names, i)).isEqualTo("order " + i);
    }

    assertThat(call(names, "one more")).isEqualTo("order *");
    assertThat(call(names, 7)).isEqualTo("order 7");
  }

  private static String call(CallNames names, @Nullable Object first) {
    return names.of(first, null, null, null);
  }

  private static CallNames names(String template) {
    MethodRule rule = MethodRules.parse("com.acme.Shop$Till[pay]" + template).rules().get(0);
    return new CallNames(rule.name(), "com.acme.Shop$Till", "pay");
  }
}
