package io.heddle.core.skew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.core.path.CriticalPath;
import io.heddle.core.path.Overlap;
import io.heddle.core.path.Section;
import io.heddle.runs.Details;
import io.heddle.runs.Evidence;
import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Execution.Role;
import io.heddle.runs.Run;
import io.heddle.runs.Run.Flag;
import io.heddle.runs.Traits;
import io.heddle.runs.WorkflowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockSkewTest {
  private final List<Execution> executions = new ArrayList<>();

  /** The cases of Jaeger's adjuster, in ms; of two hosts named {@code -} none is known. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "same host fits,             0, 100, a, a,  10,  60,   -1,  10,  60",
    "same host is never moved,  10, 110, a, a,   0,  50, 1000,   0,  50",
    "unknown hosts,             10, 110, -, -,   0,  50, 1000,   0,  50",
    "child fits,                10, 110, a, b,  20,  70, 1000,  20,  70",
    "longer and later,          10, 110, a, b,  20, 170, 1000,  20, 170",
    "too far forward,           10, 110, a, b,   0,  50,   10,   0,  50",
    "too far back,              10, 110, a, b,  80, 130,   10,  80, 130",
    "nothing is allowed,        10, 110, a, b,   0,  50,    0,   0,  50",
    "starts before,             10, 110, a, b,   0,  50, 1000,  35,  85",
    "starts before and longer,  10, 110, a, b,   0, 150, 1000,  10, 160",
    "ends after,                10, 110, a, b,  50, 120, 1000,  25,  95"
  })
  void peersCases_areMovedAsThere(
      String name,
      long start,
      long end,
      String host,
      String otherHost,
      long childStart,
      long childEnd,
      long maxMs,
      long movedStart,
      long movedEnd) {
    add(-1, start, end, host);
    add(0, childStart, childEnd, otherHost);

    Execution child = repair(Math.max(0, maxMs)).run().executions().get(1);

    assertThat(List.of(ms(child.startNs()), ms(child.endNs())))
        .containsExactly(movedStart, movedEnd);
  }

  @Test
  void loneSpan_staysAsItIs() {
    add(-1, 0, 100, "a");
    Run run = run();
    assertThat(new ClockSkew(1_000_000_000).repair(run).run()).isSameAs(run);
  }

  @Test
  void whatIsBelowOnTheSameHost_movesAlong() {
    add(-1, 10, 110, "a");
    add(0, 50, 120, "b");
    add(1, 60, 80, "b");

    Execution grandchild = repair(1000).run().executions().get(2);

    assertThat(ms(grandchild.startNs())).isEqualTo(35);
    assertThat(ms(grandchild.endNs())).isEqualTo(55);
  }

  @Test
  void correctionThatIsTooLarge_isToldAndNotApplied() {
    add(-1, 10, 110, "a");
    add(0, 0, 50, "b");

    ClockSkew.Repaired repaired = repair(10);

    assertThat(repaired.shifts())
        .singleElement()
        .satisfies(shift -> {
          assertThat(shift.byNs()).isEqualTo(35_000_000);
          assertThat(shift.applied()).isFalse();
        });
    assertThat(repaired.run().flags()).containsExactly(Flag.CLOCK_SKEW_TOO_LARGE);
  }

  @Test
  void movedSiblings_standInOrderOfTheirNewStart_andLinksFollow() {
    add(-1, 0, 100, "a");
    add(0, 10, 20, "a");
    add(0, 90, 130, "b");
    add(2, 95, 100, "b");
    add(0, 60, 70, "a", 1);

    Run run = repair(1000).run();

    assertThat(run.executions()).extracting(Execution::spanId).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(run.executions()).extracting(Execution::index).containsExactly(0, 1, 2, 3, 4);
    assertThat(run.executions().get(3).parent()).isEqualTo(2);
    assertThat(run.executions().get(4).predecessors()).containsExactly(1);
    assertThat(run.flags()).containsExactly(Flag.CLOCK_SKEW_ADJUSTED);
  }

  @Test
  void siblingThatIsMovedBeforeOthers_takesItsPlaceAndLinksFollow() {
    add(-1, 0, 100, "a");
    add(0, 40, 50, "a");
    add(0, 60, 70, "a", 1);
    add(0, 90, 120, "b");

    Run run = repair(1000).run();

    assertThat(run.executions()).extracting(Execution::spanId).containsExactly(1L, 4L, 2L, 3L);
    assertThat(run.executions().get(3).predecessors()).containsExactly(2);
  }

  @Test
  void sectionsOfAMovedRun_partitionItsRoot() {
    add(-1, 0, 100, "a");
    add(0, 150, 190, "b");

    CriticalPath path = CriticalPath.of(repair(1000).run(), Overlap.STRICT).get(0);

    assertThat(path.sections().stream().mapToLong(Section::durationNs).sum())
        .isEqualTo(100_000_000);
    assertThat(path.sections()).anySatisfy(it -> assertThat(it.owner().spanId()).isEqualTo(2));
    assertThat(path.flags()).contains("clock-skew-adjusted");
  }

  @Test
  void consumerOfAMessage_needNotFit() {
    add(-1, 0, 100, "a");
    executions.set(0, with(executions.get(0), Kind.PRODUCER));
    add(0, 150, 190, "b");
    executions.set(1, with(executions.get(1), Kind.CONSUMER));

    assertThat(repair(1000).shifts()).isEmpty();
  }

  @Test
  void negativeMaximum_isRefused() {
    assertThatThrownBy(() -> new ClockSkew(-1)).hasMessageContaining("-1");
  }

  private ClockSkew.Repaired repair(long maxMs) {
    return new ClockSkew(maxMs * 1_000_000).repair(run());
  }

  private Run run() {
    return new Run(new WorkflowKey("svc", "op", null), "r", "t", true, executions, null, Set.of());
  }

  private void add(int parent, long startMs, long endMs, String host, int... predecessors) {
    int index = executions.size();
    executions.add(execution(index, parent, startMs, endMs, host, predecessors, Kind.INTERNAL));
  }

  private static Execution with(Execution it, Kind kind) {
    return execution(
        it.index(),
        it.parent(),
        ms(it.startNs()),
        ms(it.endNs()),
        it.attributes().getOrDefault("host.ip", "-"),
        it.predecessors(),
        kind);
  }

  private static Execution execution(
      int index, int parent, long startMs, long endMs, String host, int[] links, Kind kind) {
    Role role = index == 0 ? Role.ROOT : Role.NODE;
    return new Execution(
        index,
        parent,
        "t",
        index + 1,
        startMs * 1_000_000,
        endMs * 1_000_000,
        new Traits(role, kind, "svc", "op" + index, "code", 1, 1, false, false, null),
        new Details(-1, links, Evidence.NONE, null),
        host.equals("-") ? Map.of() : Map.of("host.ip", host));
  }

  private static long ms(long ns) {
    return ns / 1_000_000;
  }
}
