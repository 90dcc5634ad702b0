package io.heddle.instrumentation.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodRulesTest {
  private static final ClassLoader APPLICATION = MethodRulesTest.class.getClassLoader();

  @Test
  void classRule_meansItsMethodsInItsClassOnly() {
    MethodRules rules = MethodRules.parse("com.acme.Orders[charge, ship*]");

    assertThat(concerning(rules, "com/acme/Orders")).hasSize(1);
    assertThat(concerning(rules, "com/acme/Orders$Line")).isEmpty();
    MethodRule rule = rules.rules().get(0);
    assertThat(rule.role()).isEqualTo(Role.NODE);
    assertThat(means(rule, "charge")).isTrue();
    assertThat(means(rule, "shipNow")).isTrue();
    assertThat(means(rule, "cancel")).isFalse();
    assertThat(rule.exactMethods()).containsExactly("charge");
    assertThat(rule.isOfOneClass()).isTrue();
  }

  @Test
  void rules_areReadInOrderWithTheirRolesAndNames() {
    MethodRules rules =
        MethodRules.parse(
            " workflow:com.acme.Job[execute]=nightly {0} ; node:com.acme.**[run*];@com.acme.Step; ");

    assertThat(rules.rules()).hasSize(3);
    assertThat(rules.rules().get(0).role()).isEqualTo(Role.WORKFLOW);
    assertThat(rules.rules().get(0).name().name("a.B", "c", new Object[] {"x"}))
        .isEqualTo("nightly x");
    assertThat(concerning(rules, "com/acme/deep/Other")).hasSize(1);
    assertThat(rules.rules().get(2).annotation()).isEqualTo("Lcom/acme/Step;");
  }

  @Test
  void namesThatJavaCannotWrite_areRead() {
    MethodRule rule = MethodRules.parse("a.B[charge-Wf3a , ships in time,$plus$eq]").rules().get(0);

    assertThat(rule.exactMethods()).containsExactly("charge-Wf3a", "ships in time", "$plus$eq");
  }

  @Test
  void star_meansWhatWasWrittenByHand() {
    MethodRule rule = MethodRules.parse("a.B[*,*$plus*,open$default]").rules().get(0);
    Set<String> generated = Set.of("Lgroovy/transform/Generated;");

    assertThat(means(rule, "open")).isTrue();
    assertThat(means(rule, "open$lambda$1")).isFalse();
    assertThat(means(rule, "open$default")).isTrue();
    assertThat(means(rule, "$plus$eq")).isTrue();
    assertThat(rule.means("getMetaClass", true, generated, Set.of())).isFalse();
    assertThat(rule.means("open$default", true, generated, Set.of())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "com.acme.Orders|16|expected '['",
        "com.acme.Orders[charge|23|expected ']'",
        "com.acme.Orders[]|17|the name of a method",
        "com.acme.Orders[a];[b]|20|expected a class",
        "com.acme.Orders[a] com.acme.B[b]|20|expected ';'",
        "com.acme.Or-ders[a]|12|expected '['",
        "com.acme.Orders[<init>]|17|the name of a method",
        "a.B[c];java.util.List[add]|8|JDK",
        "io.heddle.recorder.Recorder[lane]|1|agent",
        "@com.acme.*|11|without *",
        "a.B[c]=|8|expected a name",
        "a.B[c]=x{4}|9|{0} to {3}",
        "a.B[c]=x{0|9|'}'",
        "task:a.B[c]|5|expected '['",
      })
  void badSyntax_isToldWithItsColumn(String text, int column, String why) {
    assertThatThrownBy(() -> MethodRules.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("column " + column + ":")
        .hasMessageContaining(why)
        .hasMessageEndingWith(text);
  }

  @Test
  void annotation_isFoundInTheClassFile() throws IOException {
    MethodRules rules = MethodRules.parse("@org.junit.jupiter.api.Test");

    assertThat(rules.concerning(APPLICATION, "x/Y", classFile(MethodRulesTest.class))).hasSize(1);
    assertThat(rules.concerning(APPLICATION, "x/Y", classFile(Glob.class))).isEmpty();
    assertThat(rules.concerning(APPLICATION, "x/Y", new byte[] {1, 2, 3})).isEmpty();
    assertThat(
            rules.mayConcernLoaded(APPLICATION, MethodRulesTest.class.getName().replace('.', '/')))
        .isTrue();
  }

  @Test
  void annotatedClass_meansItsPublicMethods() {
    MethodRule rule = MethodRules.parse("@com.acme.Step").rules().get(0);
    Set<String> step = Set.of("Lcom/acme/Step;");

    assertThat(rule.means("any", true, Set.of(), step)).isTrue();
    assertThat(rule.means("any", false, Set.of(), step)).isFalse();
    assertThat(rule.means("any", false, step, Set.of())).isTrue();
    assertThat(rule.means("any", true, Set.of(), Set.of())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"java/util/ArrayList", "com/sun/x/Y", "jdk/internal/X", "sun/misc/X"})
  void classesOfTheJdk_areNeverConcerned(String name) {
    assertThat(concerning(MethodRules.parse("**[*]"), name)).isEmpty();
  }

  @Test
  void classesOfTheBootAndPlatformLoader_areNeverConcerned() {
    MethodRules all = MethodRules.parse("**[*]");

    assertThat(all.concerning(null, "a/B", null)).isEmpty();
    assertThat(all.concerning(ClassLoader.getPlatformClassLoader(), "a/B", null)).isEmpty();
    assertThat(concerning(all, "a/B")).hasSize(1);
  }

  @Test
  void nothingSet_isNoRule() {
    assertThat(MethodRules.parse("  ").isEmpty()).isTrue();
  }

  private static List<MethodRule> concerning(MethodRules rules, String internalName) {
    return rules.concerning(APPLICATION, internalName, null);
  }

  private static boolean means(MethodRule rule, String method) {
    return rule.means(method, false, Set.of(), Set.of());
  }

  private static byte[] classFile(Class<?> type) throws IOException {
    try (InputStream in =
        APPLICATION.getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
      return in.readAllBytes();
    }
  }
}
