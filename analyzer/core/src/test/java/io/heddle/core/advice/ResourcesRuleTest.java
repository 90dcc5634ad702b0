package io.heddle.core.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.RunSketch;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourcesRuleTest {
  @Test
  void aNodeThatComputesAllTheTime_isCpuBound() {
    Recommendation found =
        only(Rules.runs(20, (s, r) -> s.node("parse", 0, 80).cpu(78, 1).node("store", 80, 100)));
    assertThat(found.nodes()).containsExactly("parse");
    assertThat(found.evidence().get("use")).isEqualTo("over");
    assertThat((double) found.evidence().get("cpuShare")).isCloseTo(0.975, within(1e-9));
    assertThat(found.saving().meanMs()).isCloseTo(39, within(0.01));
  }

  @Test
  void whatItsOperationComputes_isTheOperations() {
    Recommendation found =
        only(
            Rules.runs(
                20,
                (s, r) -> s.node("parse", 0, 80).cpu(78, 1).operation("regex", 1, 79).cpu(77, 1)));
    assertThat(found.nodes()).containsExactly("regex");
  }

  @Test
  void nodesThatWait_orComputeLittleOfTheRun_areFine() {
    assertThat(ask(Rules.runs(20, (s, r) -> s.node("ask", 0, 100).cpu(3, 4_000_000)))).isEmpty();
    assertThat(
            ask(
                Rules.runs(
                    20,
                    (s, r) -> s.node("a", 0, 10).cpu(10, 1_000).node("ask", 10, 100).cpu(1, 1))))
        .isEmpty();
  }

  @Test
  void executionsSideBySideThatTakeLonger_wantMoreCores() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      boolean crowded = i % 2 == 0;
      for (int twin = 0; twin < (crowded ? 3 : 1); twin++) {
        runs.add(
            RunSketch.of("mail")
                .id("run-" + i + "-" + twin)
                .startingAt(i * 1_000)
                .node("parse", 0, crowded ? 30 : 10)
                .cpu(9, 1)
                .node("store", crowded ? 30 : 10, crowded ? 60 : 40)
                .build());
      }
    }
    Recommendation found = only(runs);
    assertThat(found.evidence().get("what")).isEqualTo("too few cores");
    assertThat(found.saving().meanMs()).isCloseTo(15, within(0.01));
  }

  @Test
  void memoryThatTakesTimeToClear_isTooMuch() {
    Recommendation found =
        only(Rules.runs(20, (s, r) -> s.node("load", 0, 100).cpu(40, 400_000_000L)));
    assertThat(found.evidence().get("what")).isEqualTo("allocation");
    assertThat(found.evidence().get("allocBytes")).isEqualTo(4e8);
    assertThat(found.saving().meanMs()).isCloseTo(40, within(0.01));
  }

  @Test
  void workersThatWaitWhileOthersQueue_areUsedTooLittle() {
    Recommendation found =
        only(Rules.runs(20, (s, r) -> s.node("ask", 50, 150).waited(50).cpu(2, 1)));
    assertThat(found.evidence().get("use")).isEqualTo("under");
    assertThat(found.saving().meanMs()).isCloseTo(50, within(0.01));
  }

  private static List<Recommendation> ask(List<Run> runs) {
    return Rules.ask(new ResourcesRule(), runs);
  }

  private static Recommendation only(List<Run> runs) {
    List<Recommendation> found = ask(runs);
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
