package io.heddle.core.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.RunSketch;
import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Runs whose end nobody saw, beside others: how often and how long is asked of the others. */
class WholeRunsTest {
  private static final int RUNS = 40;

  @Test
  void failures_ofUnfinishedRunsAreTheirCancellation() {
    Rules.Shape fails = (s, r) -> s.node("pay", 0, 20).error(r.nextInt(4) == 0 ? "503" : null);
    Rules.Shape left = (s, r) -> s.node("pay", 0, 5).error("cancelled").unfinished();
    assertSame(new FailingRule(), fails, left);
    assertThat(Rules.ask(new FailingRule(), Rules.runs(RUNS, left))).hasSize(1);
  }

  @Test
  void attempts_areCountedInWholeRuns() {
    Rules.Shape retries =
        (s, r) -> s.node("pay", 0, 20).error("503").node("pay", 30, 50).attempt(2);
    Rules.Shape left = (s, r) -> s.node("pay", 0, 20).error("503").unfinished();
    assertSame(new RetryRule(), retries, left);
  }

  @Test
  void waits_areThoseOfWholeRuns() {
    assertSame(
        new QueueRule(),
        (s, r) -> s.node("a", 0, 20).node("b", 60, 80).waited(40),
        (s, r) -> s.node("a", 0, 20).unfinished());
  }

  @Test
  void calls_areCountedInWholeRuns() {
    Rules.Shape calls =
        (s, r) -> {
          s.node("orders", 0, 100);
          for (int i = 0; i < 10; i++) {
            s.operation("GET /order", i * 10, i * 10 + 9).kind(Kind.CLIENT);
          }
          return s;
        };
    Rules.Shape left = (s, r) -> s.node("orders", 0, 20).operation("GET /order", 0, 9).unfinished();
    assertSame(new RepeatedCallsRule(), calls, left);
  }

  @Test
  void coldNodes_areThoseOfWholeRuns() {
    Rules.Shape warm = (s, r) -> s.node("a", 0, 20 + r.nextInt(5));
    List<Run> whole = new ArrayList<>(Rules.runs(RUNS, warm));
    for (int i = 0; i < 10; i++) {
      whole.add(RunSketch.of("mail").id("cold" + i).node("a", 0, 90 + i).cold().build());
    }
    assertSame(new ColdStartRule(), whole, (s, r) -> s.node("a", 0, 3 + r.nextInt(5)).unfinished());
  }

  /** A name that only an unfinished run read keeps two nodes in order all the same. */
  @Test
  void proofs_areAskedOfAllRuns() {
    List<Run> runs = new ArrayList<>(Rules.runs(RUNS, WholeRunsTest::independent));
    assertThat(Rules.ask(new ParallelRule(), runs)).hasSize(1);
    runs.add(
        RunSketch.of("mail")
            .id("left")
            .node("a", 0, 40)
            .reads("id")
            .writes("x")
            .node("b", 40, 80)
            .reads("id", "x")
            .writes("y")
            .unfinished()
            .build());
    assertThat(Rules.ask(new ParallelRule(), runs)).isEmpty();
  }

  private static RunSketch independent(RunSketch sketch, Random random) {
    return sketch
        .node("a", 0, 40)
        .reads("id")
        .writes("x")
        .node("b", 40, 80)
        .reads("id")
        .writes("y");
  }

  private static void assertSame(Rule rule, Rules.Shape whole, Rules.Shape unfinished) {
    assertSame(rule, Rules.runs(RUNS, whole), unfinished);
  }

  private static void assertSame(Rule rule, List<Run> whole, Rules.Shape unfinished) {
    List<Run> all = new ArrayList<>(whole);
    all.addAll(Rules.runs(RUNS, 3, unfinished));
    assertThat(Rules.ask(rule, whole)).hasSize(1);
    assertThat(Rules.ask(rule, all)).isEqualTo(Rules.ask(rule, whole));
  }
}
