package io.heddle.instrumentation.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.testkit.toy.FaultyProgram;
import io.heddle.instrumentation.testkit.toy.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever goes wrong in the application, in the agent or behind it: the program ends as alone. */
@Timeout(120)
class FaultsIT {
  private static final String PROGRAM = FaultyProgram.class.getName();
  private static final String METHODS =
      "-Dheddle.methods=workflow:" + PROGRAM + "[run];" + PROGRAM + "[node]";

  /**
   * The JVM says so under any agent that transforms, if it loads a class while the heap is full.
   */
  private static final String JVM_WITHOUT_MEMORY = "*** java.lang.instrument ASSERTION FAILED ***";

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
