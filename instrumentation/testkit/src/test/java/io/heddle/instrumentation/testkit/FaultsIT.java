package io.heddle.instrumentation.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.testkit.toy.ClockProgram;
import io.heddle.instrumentation.testkit.toy.CrowdProgram;
import io.heddle.instrumentation.testkit.toy.DeepProgram;
import io.heddle.instrumentation.testkit.toy.FaultyProgram;
import io.heddle.instrumentation.testkit.toy.Shop;
import io.heddle.instrumentation.testkit.toy.SteppingClock;
import io.heddle.instrumentation.testkit.toy.StrikingProgram;
import io.heddle.instrumentation.testkit.toy.StrippedProgram;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong in the application, in the agent or behind it: the program ends as alone. */
@Timeout(120)
class FaultsIT {
  private static final String PROGRAM = FaultyProgram.class.getName();
  private static final String METHODS =
      "-Dheddle.methods=workflow:" + PROGRAM + "[run];" + PROGRAM + "[node]";

  private static final String TOYS = AgentJar.locationOf(StrippedProgram.class).toString();

  /**
   * The JVM says so under any agent that transforms, if it loads a class while the heap is full or
   * the stack used up.
   */
  private static final String JVM_WITHOUT_MEMORY = "*** java.lang.instrument ASSERTION FAILED ***";

  private static final String JVM_OF_A_THREAD_STRUCK_AGAIN =
      "Exception: java.lang.ThreadDeath thrown from the UncaughtExceptionHandler in thread";

  private static Application toy(Class<?> main) {
    return Application.of(main).on(AgentJar.locationOf(main).toString());
  }

  /** Recorded as a workflow and a node by the methods of these names. */
  private static Application recorded(Application program, String workflow, String node) {
    String main = program.command().get(0);
    return program.with(
        "-javaagent:" + AgentJar.core(),
        "-Dheddle.methods=workflow:%s[%s];%s[%s]".formatted(main, workflow, main, node),
        "-Dheddle.log=debug");
  }

  private static void assertSameButForTheAgent(Outcome watched, Outcome alone) {
    assertThat(watched.out()).isEqualTo(alone.out());
    assertThat(watched.exitCode()).isEqualTo(alone.exitCode());
    assertThat(watched.foreignErrorLines())
        .filteredOn(line -> !line.startsWith(JVM_WITHOUT_MEMORY))
        .isEqualTo(alone.foreignErrorLines());
  }

  private static Application program(String... faults) {
    return Application.of(FaultyProgram.class, faults)
        .on(AgentJar.locationOf(Shop.class).toString());
  }

  private static Application watched(Application program, String endpoint) {
    return program.with(
        "-javaagent:" + AgentJar.core(),
        METHODS,
        "-Dheddle.log=debug",
        "-Dotel.exporter.otlp.endpoint=" + endpoint);
  }

  private static void assertSame(Outcome watched, Outcome alone) {
    assertThat(watched.out()).isEqualTo(alone.out());
    assertThat(watched.exitCode()).isEqualTo(alone.exitCode()).isEqualTo(7);
    assertThat(watched.foreignErrorLines())
        .filteredOn(line -> !line.startsWith(JVM_WITHOUT_MEMORY))
        .isEqualTo(alone.foreignErrorLines());
  }

  @Test
  void errorsOfEveryKind_reachTheCallerUnchangedAndAreRecorded() throws Exception {
    Application program =
        program("none", "checked", "interrupted", "death", "linkage", "memory", "stack", "message");
    try (OtlpSink sink = OtlpSink.start()) {
      assertSame(watched(program, sink.endpoint()).run(), program.run());
      assertThat(sink.spans().named("FaultyProgram.node")).hasSize(8);
      assertThat(sink.spans().named("FaultyProgram.node").stream().filter(RecordedSpan::failed))
          .hasSize(7);
    }
  }

  /**
   * What cannot be initialized for want of stack is lost to the whole JVM, the JDK's classes too.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "workflow:%s[run];%s[deep,failing,leaving]",
        "workflow:%s[run];%s[deep,failing,leaving]={method} {0}",
        "workflow:%s[run,deep,failing];%s[leaving]={0}"
      })
  void firstNodesWithoutStack_breakNeitherProgramNorRecording(String rules) throws Exception {
    Application program = toy(DeepProgram.class);
    String deep = DeepProgram.class.getName();
    try (OtlpSink sink = OtlpSink.start()) {
      Outcome outcome =
          program
              .with(
                  "-javaagent:" + AgentJar.core(),
                  "-Dheddle.methods=" + rules.formatted(deep, deep),
                  "-Dheddle.log=debug")
              .exportingTo(sink)
              .run();

      assertSameButForTheAgent(outcome, program.run());
      assertThat(outcome.counters()).containsEntry("rules off", 0L);
      assertThat(outcome.counters().get("recorded")).isGreaterThan(2L * DeepProgram.RUNS);
    }
  }

  /** The drain is the one to ask an exception for its message. */
  @Test
  void errorsOnTheDrainThread_costNoOtherSpan() throws Exception {
    Application program = program("none", "deepMessage", "deadlyMessage", "none");
    try (OtlpSink sink = OtlpSink.start()) {
      Outcome outcome = watched(program, sink.endpoint()).run();
      assertSame(outcome, program.run());
      assertThat(outcome.counters()).containsEntry("recorded", 8L).containsEntry("dropped", 0L);
      assertThat(sink.spans().named("FaultyProgram.run")).hasSize(4);
      assertThat(sink.spans().named("FaultyProgram.node")).hasSizeGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void struckDrainThread_goesOnOrIsReplaced() throws Exception {
    Application program = toy(StrikingProgram.class);
    try (OtlpSink sink = OtlpSink.start()) {
      Outcome outcome = recorded(program, "work", "node").exportingTo(sink).run();
      assertThat(outcome.out()).isEqualTo(program.run().out());
      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.foreignErrorLines())
          .allMatch(line -> line.isEmpty() || line.startsWith(JVM_OF_A_THREAD_STRUCK_AGAIN));
      long sent = outcome.counters().get("exported");
      assertThat(sink.spans().all()).hasSize((int) sent);
      assertThat(outcome.counters().get("recorded") + outcome.counters().get("dropped"))
          .isGreaterThanOrEqualTo(2L * StrikingProgram.ROUNDS);
      if (outcome.counters().get("errors") == 0) {
        assertThat(sent).isEqualTo(2L * StrikingProgram.ROUNDS);
      }
    }
  }

  @Test
  void crowdOfThreads_getsItsResultsAndEveryRecordIsAccountedFor() throws Exception {
    Application program = toy(CrowdProgram.class);
    Outcome outcome =
        recorded(program, "run", "node")
            .with("-Dotel.traces.exporter=none", "-Dotel.metrics.exporter=none")
            .run();
    assertSameButForTheAgent(outcome, program.run());
    long threads = Long.parseLong(outcome.out().lines().findFirst().orElseThrow());
    assertThat(outcome.counters().get("recorded") + outcome.counters().get("dropped"))
        .isEqualTo(2 * threads);
    assertThat(outcome.counters()).containsEntry("errors", 0L).containsEntry("misused", 0L);
  }

  @Test
  void steppingClock_leavesDurationsRight(@TempDir Path directory) throws Exception {
    Application program =
        Application.of(ClockProgram.class)
            .with("-javaagent:" + OtherAgentJar.in(directory, SteppingClock.class));
    try (OtlpSink sink = OtlpSink.start()) {
      Outcome outcome = recorded(program, "run", "node").exportingTo(sink).run();
      assertThat(outcome.out()).isEqualTo("stepped by 3600 s\nstepped by -3600 s\n");
      assertThat(sink.spans().all()).hasSize(4);
      for (RecordedSpan root : sink.spans().roots()) {
        assertThat(root.durationNanos()).isBetween(0L, TimeUnit.MINUTES.toNanos(10));
        assertThat(sink.spans().children(root))
            .hasSize(1)
            .allMatch(node ->
                root.startNanos() <= node.startNanos()
                    && node.startNanos() <= node.endNanos()
                    && node.endNanos() <= root.endNanos());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard error", "working standard error"})
  void programWithout_isRecordedAllTheSame(String what) throws Exception {
    Application program = Application.of(StrippedProgram.class, what).on(TOYS);
    try (OtlpSink sink = OtlpSink.start()) {
      assertSameButForTheAgent(
          recorded(program, "work", "node").exportingTo(sink).run(), program.run());
      assertThat(sink.spans().all()).hasSize(4);
    }
  }

  /** Without them the JDK itself can neither send nor format any more. */
  @Test
  void programWithoutProperties_endsAsAlone() throws Exception {
    Application program = Application.of(StrippedProgram.class, "properties").on(TOYS);
    Outcome outcome = recorded(program, "work", "node").run();
    assertSameButForTheAgent(outcome, program.run());
    assertThat(outcome.counters()).containsEntry("recorded", 4L);
  }

  @Test
  void fullHeap_isTheApplicationsAlone() throws Exception {
    Application program = program("none", "heap", "none", "heap", "none").with("-Xmx32m");
    try (OtlpSink sink = OtlpSink.start()) {
      assertSame(watched(program, sink.endpoint()).run(), program.run());
    }
  }

  @ParameterizedTest
  @EnumSource
  void collectorThatMisbehaves_isNotTheApplicationsTrouble(BadCollector.Way way) throws Exception {
    Application program = program("none", "checked", "none");
    try (BadCollector collector = BadCollector.start(way)) {
      Outcome outcome = watched(program, collector.endpoint()).run();
      assertSame(outcome, program.run());
      assertThat(outcome.counters()).containsEntry("recorded", 6L).containsEntry("exported", 0L);
    }
  }
}
