package io.heddle.instrumentation.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.contract.SpanAttributes;
import io.heddle.instrumentation.spi.EngineModule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every engine module promises. A module's test extends this, names its module and a program
 * on the real engine, and adds what only that engine has:
 *
 * <pre>{@code
 * class FlowContractIT extends EngineContract {
 *   FlowContractIT() {
 *     super(FlowModule.class, Application.of(FlowProgram.class));
 *   }
 *
 *   @Test
 *   void retry_isAnAttemptOfItsNode() {
 *     assertThat(spans().only("charge").attribute(SpanAttributes.NODE_ATTEMPT)).isEqualTo(2L);
 *   }
 * }
 * }</pre>
 *
 * <p>The program knows nothing of Heddle. It prints {@code node <name>} on standard output once in
 * every body of a node, so that there is a truth to compare with; the rest of its output is free
 * but must not depend on time or on threads. It runs twice, alone and under the packaged core agent
 * with the module as an extension; so these tests run after packaging (names end in {@code IT},
 * {@code mvn verify}).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EngineContract {
  private static final String BODY = "node ";

  private final Class<? extends EngineModule> module;
  private final Application program;
  private final Recording recording = new Recording();

  protected EngineContract(Class<? extends EngineModule> module, Application program) {
    this.module = module;
    this.program = program;
  }

  /** Places of rules that only other versions of the engine have, as in a verdict. */
  protected Set<String> placesOfOtherVersions() {
    return Set.of();
  }

  /** How many runs the program drops before their end. */
  protected long abandonedRuns() {
    return 0;
  }

  /** What arrived from the program under the agent. */
  protected final RecordedSpans spans() {
    return recording.spans();
  }

  /** How the program under the agent ended. */
  protected final Outcome outcome() {
    return recording.woven();
  }

  @BeforeAll
  final void runTheProgram() throws Exception {
    recording.of(program, AgentJar.core(), AgentJar.locationOf(module));
  }

  @Test
  void program_printsAndEndsTheSameWithAndWithoutTheAgent() {
    assertThat(outcome().out()).isEqualTo(recording.bare().out());
    assertThat(outcome().exitCode()).isEqualTo(recording.bare().exitCode());
  }

  @Test
  void standardError_hasNothingThatTheBareProgramDoesNotPrint() {
    assertThat(outcome().foreignErrorLines())
        .containsExactlyElementsOf(recording.bare().foreignErrorLines());
  }

  @Test
  void everyBody_isOneNodeSpanOfItsName() {
    List<String> bodies =
        outcome().out().lines().filter(line -> line.startsWith(BODY)).map(this::name).toList();
    assertThat(bodies).as("bodies the program told of").isNotEmpty();
    assertThat(spans().nodes().stream().map(RecordedSpan::name).toList())
        .containsExactlyInAnyOrderElementsOf(bodies);
  }

  private String name(String line) {
    return line.substring(BODY.length());
  }

  @Test
  void everySpan_hasAParentThatArrivedOrIsTheRootOfARun() {
    for (RecordedSpan span : spans().all()) {
      assertThat(span.isRoot() || spans().parent(span).isPresent()).as(span.toString()).isTrue();
    }
    assertThat(spans().roots())
        .isNotEmpty()
        .allMatch(root -> root.attributes().containsKey(SpanAttributes.RUN_ID));
  }

  @Test
  void everyTrace_isOneRun() {
    for (RecordedSpan root : spans().roots()) {
      RecordedSpans run = spans().ofTrace(root.traceId());
      assertThat(run.roots()).as(root.name()).hasSize(1);
      Object runId = root.attribute(SpanAttributes.RUN_ID);
      assertThat(run.nodes())
          .allMatch(node -> Objects.equals(node.attribute(SpanAttributes.RUN_ID), runId));
    }
  }

  @Test
  void everySpan_endsNoEarlierThanItStarts() {
    assertThat(spans().all()).allMatch(span -> span.durationNanos() >= 0 && span.startNanos() > 0);
  }

  @Test
  void everyRule_isMatchedAndNeverFails() {
    assertThat(outcome().verdicts()).isNotEmpty();
    assertThat(outcome().verdicts())
        .filteredOn(verdict -> !placesOfOtherVersions().contains(verdict.place()))
        .allMatch(verdict -> verdict.verdict().equals("matched"));
    assertThat(outcome().verdicts()).allMatch(verdict -> verdict.failures() == 0);
  }

  @Test
  void nothing_isDroppedLostOrLeftOpen() {
    Map<String, Long> lost = new TreeMap<>(outcome().counters());
    Long recorded = lost.remove("recorded");
    Long exported = lost.remove("exported");
    Long abandoned = lost.remove("abandoned runs");

    assertThat(recorded).isNotNull().isPositive().isEqualTo(exported);
    assertThat(exported).isEqualTo(spans().all().size());
    assertThat(abandoned).isEqualTo(abandonedRuns());
    assertThat(lost).isNotEmpty().allSatisfy((name, count) -> assertThat(count).isZero());
  }
}
