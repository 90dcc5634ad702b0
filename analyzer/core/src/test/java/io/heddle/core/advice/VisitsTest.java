package io.heddle.core.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.RunSketch;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisitsTest {
  @Test
  void attemptsOfOneVisit_areBroughtTogether_byAttempt_andVisitsApart() {
    Tries tries =
        only(
            RunSketch.of("w")
                .node("call", 0, 1)
                .attempt(2)
                .node("call", 2, 3)
                .attempt(1)
                .error("timeout")
                .node("call", 4, 5)
                .visit(2)
                .build());

    assertThat(tries.visits()).isEqualTo(2);
    assertThat(tries.mostVisits()).isEqualTo(2);
    assertThat(tries.retried()).hasSize(1);
    assertThat(tries.retried().get(0)).extracting(Execution::attempt).containsExactly(1, 2);
    assertThat(tries.failed()).isEmpty();
  }

  @Test
  void visitWhoseLastAttemptFails_failed() {
    Tries tries =
        only(
            RunSketch.of("w")
                .node("call", 0, 1)
                .error("timeout")
                .node("call", 2, 3)
                .attempt(2)
                .error("refused")
                .build());

    assertThat(tries.failed()).extracting(Execution::error).containsExactly("refused");
  }

  @Test
  void equalVisitsOfDifferentRuns_areDifferentVisits() {
    Run run = RunSketch.of("w").node("call", 0, 1).build();
    List<Run> runs = List.of(run, run, run);

    assertThat(Visits.of(runs, new NodeTable(runs)).get(0).visits()).isEqualTo(3);
  }

  @Test
  void runsOfVeryDifferentSizes_areCountedEachForItself() {
    List<Run> runs = List.of(small(), large(), small());
    List<Tries> tries = Visits.of(runs, new NodeTable(runs));
    assertThat(tries).extracting(Tries::node).containsExactly("call", "step");
    assertThat(tries).extracting(Tries::visits).containsExactly(2, 1_000);
    assertThat(tries.get(0).retried()).hasSize(2).allMatch(visit -> visit.size() == 2);
  }

  private static Run small() {
    return RunSketch.of("mail")
        .node("call", 0, 10)
        .error("timeout")
        .node("call", 10, 20)
        .attempt(2)
        .build();
  }

  private static Run large() {
    RunSketch sketch = RunSketch.of("mail");
    for (int i = 0; i < 1_000; i++) {
      sketch.node("step", i, i + 1.0).visit(i + 1);
    }
    return sketch.build();
  }

  private static Tries only(Run run) {
    List<Run> runs = List.of(run);
    List<Tries> all = Visits.of(runs, new NodeTable(runs));
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
