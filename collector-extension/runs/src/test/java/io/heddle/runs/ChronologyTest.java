package io.heddle.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChronologyTest {
  private final Run early = run("b", 7, 1);
  private final Run late = run("a", 7, 2);

  @Test
  void runs_areOrderedByStart() {
    assertThat(Chronology.of(List.of(late, early))).containsExactly(early, late);
  }

  @Test
  void equalStarts_areOrderedByTrace() {
    Run other = run("a", 7, 1);

    assertThat(Chronology.of(List.of(early, other))).containsExactly(other, early);
  }

  @Test
  void equalTraces_areOrderedByRootAsItsIdIsWritten() {
    Run high = run("b", -1, 1);

    assertThat(Chronology.of(List.of(high, early))).containsExactly(early, high);
  }

  private static Run run(String traceId, long spanId, long startNs) {
    Traits traits =
        new Traits(
            Execution.Role.ROOT,
            Execution.Kind.INTERNAL,
            "svc",
            "op",
            "workflow",
            1,
            1,
            false,
            false,
            null);
    Execution root =
        new Execution(0, -1, traceId, spanId, startNs, startNs + 1, traits, Details.NONE, Map.of());
    return new Run(
        new WorkflowKey("svc", "op", null), "r", traceId, true, List.of(root), null, Set.of());
  }
}
