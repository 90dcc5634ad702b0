package io.heddle.instrumentation.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.testkit.toy.Flow;
import io.heddle.instrumentation.testkit.toy.LookProgram;
import io.heddle.instrumentation.testkit.toy.MarkProgram;
import io.heddle.instrumentation.testkit.toy.OtherAgent;
import io.heddle.instrumentation.testkit.toy.ToyModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackagedAgentIT {
  private static final Path TOYS = AgentJar.locationOf(ToyModule.class);

  private final Application mark = alone(Application.of(MarkProgram.class));

  @TempDir Path directory;

  @Test
  void rootOfTheJar_hasOneClass() throws IOException {
    try (JarFile jar = new JarFile(AgentJar.core().toFile())) {
      assertThat(jar.stream().map(entry -> entry.getName()))
          .filteredOn(name -> !name.startsWith("inst/") && !name.startsWith("META-INF/"))
          .containsExactly("io/heddle/agent/HeddleAgent.class");
    }
  }

  @Test
  void program_isWovenAndEndsAsBefore() throws Exception {
    Outcome bare = mark.run();
    Outcome woven = mark.under(AgentJar.core(), TOYS).run();

    assertThat(bare.out()).isEqualTo("plain 5050\n");
    assertThat(woven.out()).isEqualTo("woven 5050\n");
    assertThat(woven.exitCode()).isEqualTo(bare.exitCode()).isEqualTo(3);
    assertThat(woven.foreignErrorLines()).isEmpty();
  }

  @Test
  void withoutEngine_nothingIsPrintedAtAll() throws Exception {
    Outcome outcome =
        alone(Application.of(LookProgram.class)).with("-javaagent:" + AgentJar.core()).run();

    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void application_seesThePremainClassAndTheHooksOnly() throws Exception {
    Application look =
        Application.of(
            LookProgram.class,
            "java.lang.HeddleHook",
            "java.lang.HeddleHook$Lane",
            "java.lang.HeddleHook$Site",
            "io.heddle.agent.HeddleAgent",
            "io.heddle.agent.loader.Start",
            "io.heddle.hook.HeddleHook",
            "io.heddle.weaver.Agent",
            "io.heddle.recorder.Recorder",
            "io.heddle.instrumentation.spi.Rule",
            "net.bytebuddy.jar.asm.ClassReader",
            "io.opentelemetry.api.OpenTelemetry",
            "okhttp3.OkHttpClient",
            "kotlin.Unit",
            "org.jctools.queues.MpscArrayQueue");

    assertThat(alone(look).under(AgentJar.core(), TOYS).run().out())
        .isEqualTo(
            "java.lang.HeddleHook\njava.lang.HeddleHook$Lane\njava.lang.HeddleHook$Site\nio.heddle.agent.HeddleAgent\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Dheddle.enabled=false", "-Dotel.sdk.disabled=true"})
  void killSwitch_leavesTheProgramUnwoven(String option) throws Exception {
    Outcome outcome = mark.under(AgentJar.core(), TOYS).with(option).run();

    assertThat(outcome.out()).isEqualTo("plain 5050\n");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void hookOnTheBootClassPath_weavesToo() throws Exception {
    Outcome outcome = mark.under(AgentJar.core(), TOYS).with("-Dheddle.hook=boot").run();

    assertThat(outcome.out()).isEqualTo("woven 5050\n");
  }

  @Test
  void namedModule_isWovenThoughItReadsNothingOfOurs() throws Exception {
    Path jar = ModularJar.in(directory, MarkProgram.class, Flow.class);
    Application modular =
        new Application(
            List.of("-m", ModularJar.MODULE + "/" + MarkProgram.class.getName()),
            directory.toString(),
            List.of("-p", jar.toString()),
            mark.javaHome());

    assertThat(modular.under(AgentJar.core(), TOYS).run().out()).isEqualTo("woven 5050\n");
  }

  @Test
  void failingProbe_isCountedAndSwitchedOffUnseenByTheProgram() throws Exception {
    Outcome outcome = mark.under(AgentJar.core(), TOYS).with("-Dtoy.fails=true").run();

    assertThat(outcome.out()).isEqualTo("woven 5050\n");
    assertThat(outcome.verdicts())
        .filteredOn(verdict -> verdict.place().endsWith("fragile/1"))
        .allMatch(verdict -> verdict.failures() == 10)
        .hasSize(1);
    assertThat(outcome.err()).containsOnlyOnce("rule switched off");
  }

  @Test
  void retransformationAndRedefinitionByAnotherAgent_keepTheClassWoven() throws Exception {
    Path other = OtherAgentJar.in(directory, OtherAgent.class);
    Outcome outcome =
        alone(Application.of(OtherAgent.class))
            .under(AgentJar.core(), TOYS)
            .with("-javaagent:" + other)
            .run();

    assertThat(outcome.out()).isEqualTo("woven\nwoven 2\nwoven 3\n");
  }

  @Test
  void moduleInTheAgent_isLoadedWithTheFirstClassItWeaves() throws Exception {
    Outcome outcome = mark.under(bundled()).run();

    assertThat(outcome.out()).isEqualTo("woven 5050\n");
    assertThat(outcome.foreignErrorLines()).isEmpty();
    assertThat(outcome.verdicts())
        .hasSize(4)
        .allMatch(verdict -> verdict.verdict().equals("matched"));
  }

  @Test
  void programWithoutEngine_loadsTheStartUpClassesOnly() throws Exception {
    Outcome outcome =
        alone(Application.of(LookProgram.class))
            .with("-javaagent:" + bundled(), "-Xlog:class+load")
            .run();

    assertThat(outcome.out().lines())
        .filteredOn(line -> line.contains(" io.heddle.") || line.contains("HeddleHook"))
        .filteredOn(line -> !line.contains(LookProgram.class.getName()))
        .isNotEmpty()
        .allMatch(line -> line.contains(" io.heddle.agent."));
  }

  @Test
  void programWithoutEngine_isToldInDebugThatEveryRuleIsUnseen() throws Exception {
    Outcome outcome = alone(Application.of(LookProgram.class)).under(bundled()).run();

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.verdicts())
        .hasSize(4)
        .allMatch(verdict -> verdict.verdict().equals("unseen"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void classLoadedByAnEarlierAgent_isWovenToo(boolean inside) throws Exception {
    String other = "-javaagent:" + OtherAgentJar.in(directory, OtherAgent.class) + "=use";
    Application program = alone(Application.of(OtherAgent.class)).with(other);
    Outcome outcome =
        inside ? program.under(bundled()).run() : program.under(AgentJar.core(), TOYS).run();

    assertThat(outcome.out()).isEqualTo("plain\nwoven\nwoven 2\nwoven 3\n");
    assertThat(outcome.foreignErrorLines()).isEmpty();
  }

  @Test
  void secondAttach_isRefusedWithOneLine() throws Exception {
    Outcome outcome = mark.under(AgentJar.core(), TOYS).with("-javaagent:" + AgentJar.core()).run();

    assertThat(outcome.out()).isEqualTo("woven 5050\n");
    assertThat(outcome.err()).containsOnlyOnce("already attached");
  }

  @Test
  void compilerUnderTheAgent_isLeftAlone() throws Exception {
    Application javac =
        new Application(
            List.of("-m", "jdk.compiler/com.sun.tools.javac.Main", "-version"),
            mark.classPath(),
            List.of(),
            mark.javaHome());
    Outcome outcome = javac.under(AgentJar.core(), TOYS).run();

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inst/io/heddle/agent/loader/Start.classdata",
        "inst/io/heddle/instrumentation/methods/MethodRules.classdata",
        "inst/classes.pack"
      })
  void agentJarWithAPieceMissing_leavesTheProgramUnwoven(String piece) throws Exception {
    Path damaged = bundled();
    DamagedJar.remove(damaged, piece);
    assertUnwoven(damaged);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io/heddle/hook/HeddleHook",
        "io/heddle/hook/HeddleHook$Lane",
        "io/heddle/hook/HeddleHook$Site",
        "io/heddle/recorder/Recorder",
        "io/heddle/weaver/WeavingTransformer",
        "net/bytebuddy/jar/asm/ClassReader"
      })
  void agentJarWithAPackedClassMissing_leavesTheProgramUnwoven(String name) throws Exception {
    Path damaged = bundled();
    DamagedJar.removePacked(damaged, name);
    assertUnwoven(damaged);
  }

  private void assertUnwoven(Path damaged) throws Exception {
    Outcome outcome = mark.under(damaged).run();

    assertThat(outcome.out()).isEqualTo("plain 5050\n");
    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.foreignErrorLines()).isEmpty();
  }

  @Test
  void missingExtension_isNamedWithItsSetting() throws Exception {
    Outcome outcome = mark.under(AgentJar.core(), directory.resolve("absent.jar")).run();

    assertThat(outcome.out()).isEqualTo("plain 5050\n");
    assertThat(outcome.err()).contains("heddle.extensions").contains("absent.jar");
  }

  /** With the toy module inside; only there is it known beforehand which classes are woven. */
  private Path bundled() throws IOException {
    return BundledJar.in(directory, TOYS, Flow.class);
  }

  private static Application alone(Application application) {
    return application.on(TOYS.toString());
  }
}
