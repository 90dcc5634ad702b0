package io.heddle.docs;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What single rooms must not touch, and what no room may do. */
class HouseRulesTest {
  private static final String[] ANALYSIS = {
    "io.heddle.core..",
    "io.heddle.definitions..",
    "io.heddle.runs..",
    "io.heddle.mapping..",
    "io.heddle.report.."
  };
  private static final String[] AGENT = {
    "io.heddle.agent..",
    "io.heddle.contract..",
    "io.heddle.hook..",
    "io.heddle.instrumentation.executors..",
    "io.heddle.instrumentation.langchain4j..",
    "io.heddle.instrumentation.langgraph4j..",
    "io.heddle.instrumentation.methods..",
    "io.heddle.instrumentation.opentelemetry..",
    "io.heddle.instrumentation.spi..",
    "io.heddle.recorder..",
    "io.heddle.weaver.."
  };

  @Test
  void analysis_readsNoClock() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ANALYSIS)
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class));
  }

  @Test
  void analysis_drawsNoLotsWithoutASeed() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ANALYSIS)
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class));
  }

  @Test
  void core_hasNoDatabaseNetworkOrThreads() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.heddle.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..", "java.nio.channels..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class));
  }

  @Test
  void recorder_knowsNeitherWeavingNorEngines() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.heddle.recorder..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("net.bytebuddy..", "org.bsc..", "dev.langchain4j.."));
  }

  @Test
  void engineModules_neverLinkAgainstTheirEngine() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.heddle.instrumentation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bsc..", "dev.langchain4j.."));
  }

  @Test
  void hook_needsNothingButTheJdk() {
    check(
        classes()
            .that()
            .resideInAPackage("io.heddle.hook..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage("java..", "io.heddle.hook..", "org.jspecify..")));
  }

  @Test
  void agent_leavesTheApplicationsLoggingAlone() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(AGENT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..")
            .because("whoever touches them first in a JVM decides how they are set up"));
  }

  @Test
  void agent_asksTheJvmInOnePlaceAndNeverItsBeanServer() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(AGENT)
            .and()
            .resideOutsideOfPackage("io.heddle.recorder.jvm..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.lang.management..", "com.sun.management.."));
    check(
        noClasses()
            .that()
            .resideInAnyPackage(AGENT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.management..")
            .because("whoever makes the bean server decides whose class it is"));
  }

  @Test
  void sample_knowsNothingOfHeddle() {
    check(
        noClasses()
            .that()
            .resideInAPackage("com.example.mailroom..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.heddle.."));
  }

  @Test
  void staticFields_areFinal() {
    check(
        fields()
            .that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .doNotHaveFullyQualifiedName("io.heddle.hook.HeddleHook")
            .should()
            .beFinal());
  }

  @Test
  void rooms_haveNoCycles() {
    check(
        slices()
            .matching("io.heddle.(*)..")
            .should()
            .beFreeOfCycles()
            // The testkit runs the agent, which is made of instrumentation.
            .ignoreDependency(
                resideInAPackage("io.heddle.instrumentation.testkit.."), alwaysTrue()));
    check(slices().matching("io.heddle.core.(*)..").should().beFreeOfCycles());
  }

  @Test
  void names_sayWhatAThingIs() {
    assertThat(House.CLASSES)
        .extracting(JavaClass::getSimpleName)
        .noneMatch(name -> name.matches(".*(Utils?|Helper|Manager|Impl)|Abstract.*"));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(House.CLASSES);
  }
}
