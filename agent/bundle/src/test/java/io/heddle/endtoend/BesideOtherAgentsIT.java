package io.heddle.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.testkit.AgentJar;
import io.heddle.instrumentation.testkit.Application;
import io.heddle.instrumentation.testkit.OtlpSink;
import io.heddle.instrumentation.testkit.Outcome;
import io.heddle.instrumentation.testkit.RecordedSpan;
import io.heddle.instrumentation.testkit.RecordedSpans;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bsc.async.AsyncGenerator;
import org.bsc.langgraph4j.StateGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;

/**
 * The same program under another agent as well, which weaves a class that ours weaves: it says the
 * same, and as much of it is recorded.
 */
@Timeout(180)
class BesideOtherAgentsIT {
  private static final Path AGENTS = Path.of("target", "agents").toAbsolutePath();
  private static final String STATE = "org.bsc.langgraph4j.state.AgentState";

  /** Run 7 fails in its first node, run 6 in its second, run 4 in its third. */
  private static final Map<String, Long> RECORDED =
      Map.of(ThreeNodes.WORKFLOW, 10L, "one", 10L, "two", 9L, "three", 8L);

  private static String alone = "";

  @TempDir Path folder;

  /** Whom to get on with. */
  private enum Other {
    NONE,
    ELASTIC,
    KIEKER,
    JACOCO;

    /** What makes it watch the program, and leave a trace of itself in that folder. */
    List<String> options(Path folder) {
      return switch (this) {
        case NONE -> List.of();
        case ELASTIC ->
            List.of(
                "-javaagent:" + AGENTS.resolve("elastic-apm-agent.jar"),
                "-Delastic.apm.trace_methods=" + STATE + "#value",
                "-Delastic.apm.log_file=" + folder.resolve("elastic.log"),
                "-Delastic.apm.disable_send=true",
                "-Delastic.apm.cloud_provider=NONE",
                "-Delastic.apm.central_config=false");
        case KIEKER ->
            List.of(
                "-javaagent:" + AGENTS.resolve("kieker-bytebuddy.jar"),
                "-Dnet.bytebuddy.experimental=true", // its own does not know Java 25
                "-Dkieker.monitoring.writer.filesystem.FileWriter.customStoragePath=" + folder,
                "-Dkieker.monitoring.metadata=false");
        case JACOCO ->
            List.of(
                "-javaagent:"
                    + AGENTS.resolve("org.jacoco.agent-runtime.jar")
                    + "=destfile="
                    + folder.resolve("jacoco.exec"));
      };
    }
  }

  @BeforeAll
  static void runAlone() throws Exception {
    alone = program().run().out();
    assertThat(alone.lines()).hasSize(ThreeNodes.RUNS);
  }

  static Stream<Arguments> bothOrders() {
    return Stream.of(
        Arguments.of(Other.NONE, true),
        Arguments.of(Other.ELASTIC, true),
        Arguments.of(Other.ELASTIC, false),
        Arguments.of(Other.KIEKER, true),
        Arguments.of(Other.KIEKER, false),
        Arguments.of(Other.JACOCO, true),
        Arguments.of(Other.JACOCO, false));
  }

  @ParameterizedTest(name = "{0}, ours first: {1}")
  @MethodSource("bothOrders")
  void program_saysTheSameAndIsRecordedInFull(Other other, boolean oursFirst) throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      Outcome outcome = under(other, oursFirst).exportingTo(sink).run();

      assertThat(outcome.exitCode()).as(outcome.err()).isZero();
      assertThat(outcome.out()).isEqualTo(alone);
      assertThat(outcome.err().lines()).noneMatch(line -> line.contains("[heddle]"));
      assertThat(outcome.err()).doesNotContain("HeddleHook", "io.heddle");
      assertThat(counts(sink.spans())).isEqualTo(RECORDED);
    }
    try (Stream<Path> traces = Files.list(folder)) {
      assertThat(traces.findAny().isPresent()).as("it was there").isEqualTo(other != Other.NONE);
    }
  }

  private Application under(Other other, boolean oursFirst) {
    String[] others = other.options(folder).toArray(String[]::new);
    String ours = "-javaagent:" + Sample.agent();
    return oursFirst ? program().with(ours).with(others) : program().with(others).with(ours);
  }

  private static Application program() {
    return Application.of(ThreeNodes.class)
        .on(classPath())
        .in(Map.of("KIEKER_SIGNATURES_INCLUDE", STATE));
  }

  private static Map<String, Long> counts(RecordedSpans spans) {
    return spans.all().stream()
        .collect(Collectors.groupingBy(RecordedSpan::name, TreeMap::new, Collectors.counting()));
  }

  private static String classPath() {
    return Stream.of(ThreeNodes.class, StateGraph.class, AsyncGenerator.class, Logger.class)
        .map(AgentJar::locationOf)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
