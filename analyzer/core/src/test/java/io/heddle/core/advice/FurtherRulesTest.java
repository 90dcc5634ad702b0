package io.heddle.core.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.RunSketch;
import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One planted problem a rule, and beside it what looks alike and is none. */
class FurtherRulesTest {
  @Test
  void oneCallPerItem_isNPlusOne() {
    Recommendation found =
        only(new RepeatedCallsRule(), Rules.runs(10, (s, r) -> calls(s, 8, Kind.CLIENT)));
    assertThat(found.nodes()).containsExactly("list", "SELECT item");
    assertThat(found.evidence().get("callsPerRun")).isEqualTo(8.0);
    assertThat((double) found.evidence().get("shareOfRun")).isCloseTo(40 / 60.0, within(1e-9));
    assertThat(found.saving().meanMs()).isCloseTo(35, within(0.1));
  }

  @Test
  void fewCalls_orOnesThatStayInside_areNoNPlusOne() {
    assertSilent(new RepeatedCallsRule(), (s, r) -> calls(s, 3, Kind.CLIENT));
    assertSilent(new RepeatedCallsRule(), (s, r) -> calls(s, 8, Kind.INTERNAL));
  }

  @Test
  void toolAskedForEachItem_isNPlusOne_unlessAnAgentThinksInBetween() {
    Recommendation found = only(new RepeatedCallsRule(), Rules.runs(10, (s, r) -> tools(s, false)));
    assertThat(found.nodes()).containsExactly("agent", "get_doc");
    assertSilent(new RepeatedCallsRule(), (s, r) -> tools(s, true));
  }

  private static RunSketch tools(RunSketch sketch, boolean thinking) {
    sketch.node("agent", 0, 100);
    for (int i = 0; i < 6; i++) {
      sketch.operation("get_doc", 2 + 12 * i, 10 + 12 * i).in("agent").type("tool");
      if (thinking) {
        sketch.operation("chat", 10 + 12 * i, 13 + 12 * i).in("agent").type("llm");
      }
    }
    return sketch;
  }

  @Test
  void callsSideBySide_areNoNPlusOne() {
    assertSilent(
        new RepeatedCallsRule(),
        (s, r) -> {
          RunSketch sketch = s.node("list", 0, 60);
          for (int i = 0; i < 8; i++) {
            sketch.operation("GET item", 2, 50).kind(Kind.CLIENT);
          }
          return sketch;
        });
  }

  @Test
  void failedAttempts_areWaste() {
    Recommendation found =
        only(
            new RetryRule(),
            Rules.runs(
                20,
                (s, r) ->
                    s.node("pay", 0, 20)
                        .error("Timeout")
                        .node("pay", 30, 50)
                        .attempt(2)
                        .node("tell", 50, 60)));
    assertThat(found.evidence().get("attemptsPerRun")).isEqualTo(2.0);
    assertThat(found.evidence().get("wastedMs")).isEqualTo(20.0);
    assertThat(found.evidence().get("backoffMs")).isEqualTo(10.0);
    assertThat(found.evidence().get("failedRunsPercent")).isEqualTo(0.0);
    assertThat(found.evidence().get("errorTypes")).isEqualTo(List.of("Timeout"));
    assertThat(found.saving().meanMs()).isEqualTo(30);
  }

  @Test
  void furtherVisits_areNoRetries() {
    assertSilent(new RetryRule(), (s, r) -> s.node("pay", 0, 20).node("pay", 30, 50).visit(2));
  }

  @Test
  void failures_countWhereTheyBegan() {
    Recommendation found =
        only(
            new FailingRule(),
            Rules.runs(
                50,
                (s, r) -> {
                  RunSketch sketch = s.node("tool", 0, 20);
                  boolean fails = r.nextInt(4) == 0;
                  sketch = fails ? sketch.error("Wrapped") : sketch;
                  sketch = sketch.operation("GET /x", 2, 10);
                  return fails ? sketch.error("503") : sketch;
                }));
    assertThat(found.nodes()).containsExactly("GET /x");
    assertThat(found.evidence().get("errorTypes")).isEqualTo(List.of("503"));
    assertThat(found.saving()).isNull();
    assertThat((double) found.evidence().get("errorRate"))
        .isBetween(
            (double) found.evidence().get("errorRateLow"),
            (double) found.evidence().get("errorRateHigh"));
  }

  @Test
  void whereANodeFails_isSaidByWhatWasKnownBefore() {
    Recommendation found =
        only(
            new FailingRule(),
            Rules.runs(
                400,
                (s, r) -> {
                  String region = "eu-" + r.nextInt(5);
                  boolean fails = region.equals("eu-3") && r.nextInt(2) == 0;
                  s.node("pay", 0, 20).attribute("region", region);
                  return fails
                      ? s.error("Refused").attribute("http.response.status_code", "503")
                      : s.attribute("receipt", "yes");
                }));
    assertThat(found.evidence().get("attribute")).isEqualTo("region");
    assertThat(found.evidence().get("value")).isEqualTo("eu-3");
    assertThat(found.steps()).first().asString().contains("region = eu-3");
  }

  @Test
  void failuresAnywhere_haveNoAttribute() {
    Recommendation found =
        only(
            new FailingRule(),
            Rules.runs(
                400,
                (s, r) -> {
                  s.node("pay", 0, 20).attribute("region", "eu-" + r.nextInt(5));
                  return r.nextInt(10) == 0 ? s.error("Refused") : s;
                }));
    assertThat(found.evidence().get("attribute")).isNull();
  }

  @Test
  void whatARetryMended_didNotFail() {
    assertSilent(
        new FailingRule(),
        (s, r) -> s.node("pay", 0, 20).error("Timeout").node("pay", 30, 50).attempt(2));
  }

  @Test
  void twoFailures_mayBeChance() {
    List<Run> runs = new ArrayList<>(Rules.runs(200, (s, r) -> s.node("pay", 0, 20)));
    runs.addAll(Rules.runs(2, 9, (s, r) -> s.node("pay", 0, 20).error("x")));
    assertThat(Rules.ask(new FailingRule(), runs)).isEmpty();
  }

  @Test
  void gapsBetweenNodes_belongToTheEngine() {
    Recommendation found =
        only(
            new EngineOverheadRule(),
            Rules.runs(
                10,
                (s, r) ->
                    s.rootAttribute("heddle.engine", "langgraph4j")
                        .node("a", 10, 40)
                        .node("b", 60, 100)));
    assertThat(found.evidence().get("gapMs")).isEqualTo(20.0);
    assertThat(found.evidence().get("shareOfRun")).isEqualTo(0.2);
    assertThat(found.title()).isEqualTo("20.0 % of the run pass between nodes");
    assertThat(found.evidence().get("waits")).asString().startsWith("not recorded");
  }

  @Test
  void gapsBesideRecordedWaits_areTheEngines() {
    Recommendation found =
        only(
            new EngineOverheadRule(),
            Rules.runs(
                10,
                (s, r) ->
                    s.rootAttribute("heddle.engine", "langgraph4j")
                        .node("a", 10, 40)
                        .node("b", 60, 100)
                        .waited(5)));
    assertThat(found.evidence().get("gapMs")).isEqualTo(15.0);
    assertThat(found.title()).startsWith("The engine takes 15");
  }

  @Test
  void gapsThatAreWaitsOrBackoff_orOfNoEngine_areNot() {
    assertSilent(new EngineOverheadRule(), (s, r) -> s.node("a", 0, 40).node("b", 60, 100));
    assertSilent(
        new EngineOverheadRule(),
        (s, r) ->
            s.rootAttribute("heddle.engine", "langgraph4j")
                .node("a", 0, 40)
                .node("b", 60, 100)
                .waited(20));
    assertSilent(
        new EngineOverheadRule(),
        (s, r) ->
            s.rootAttribute("heddle.engine", "langgraph4j")
                .node("b", 0, 40)
                .error("x")
                .node("b", 60, 100)
                .attempt(2)
                .node("c", 100, 101));
  }

  @Test
  void gapOfHours_isAPauseAndNoOverhead() {
    assertSilent(
        new EngineOverheadRule(),
        (s, r) ->
            s.rootAttribute("heddle.engine", "n8n")
                .node("ask", 0, 40)
                .node("book", 3_600_000, 3_600_100));
  }

  @Test
  void attemptsThatWereRefused_areARateLimit() {
    Recommendation refused = only(new RetryRule(), Rules.runs(20, (s, r) -> twice(s, "429")));
    Recommendation failed = only(new RetryRule(), Rules.runs(20, (s, r) -> twice(s, "Timeout")));

    assertThat(refused.title()).contains("refused by a rate limit");
    assertThat(refused.steps().get(0)).contains("higher limit");
    assertThat(failed.title()).contains("fail");
  }

  private static RunSketch twice(RunSketch sketch, String error) {
    return sketch.node("ask", 0, 5).error(error).node("ask", 50, 80).attempt(2);
  }

  @Test
  void oneNameAtTwoPlaces_ofWhichOneIsSlow_hasNoTail() {
    Rules.Shape shape =
        (s, r) ->
            r.nextInt(8) == 0
                ? s.node("deep", 0, 900).operation("chat", 0, 880 + r.nextInt(20))
                : s.node("quick", 0, 60).operation("chat", 0, 40 + r.nextInt(20));
    assertThat(Rules.ask(new LongTailRule(), Rules.runs(400, shape))).isEmpty();
  }

  @Test
  void waitingForAWorker_isAQueue_andSaysHowManyWouldDo() {
    // Three runs at a time and one worker: the second waits 10 ms, the third 20 ms.
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      double wait = i % 3 * 10;
      runs.add(
          RunSketch.of("mail")
              .id("run-" + i)
              .startingAt(i / 3 * 1_000)
              .node("work", wait, wait + 10)
              .waited(wait)
              .build());
    }
    Recommendation found = only(new QueueRule(), runs);
    assertThat(found.evidence().get("waitMs")).isEqualTo(10.0);
    assertThat(found.evidence().get("workers")).isEqualTo(3L);
  }

  @Test
  void nodesThatShareWorkers_areCountedTogether() {
    // Three runs at a time, and one worker for both nodes, first come, first served.
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      double asked = i % 3 * 10;
      double told = 30 + i % 3 * 10;
      runs.add(
          RunSketch.of("mail")
              .id("run-" + i)
              .startingAt(i / 3 * 1_000)
              .node("ask", asked, asked + 10)
              .waited(asked)
              .node("tell", told, told + 10)
              .waited(told - asked - 10)
              .build());
    }
    Recommendation tell =
        Rules.ask(new QueueRule(), runs).stream()
            .filter(it -> it.nodes().equals(List.of("tell")))
            .findFirst()
            .orElseThrow();
    assertThat(tell.evidence().get("workers")).isEqualTo(2L);
    assertThat(tell.evidence().get("sharedByNodes")).isEqualTo(true);
  }

  @Test
  void whatSeveralWaitAtOnce_countsOnce() {
    Recommendation found =
        only(
            new QueueRule(),
            Rules.runs(
                30, (s, r) -> s.node("work", 20, 30).waited(20).node("work", 25, 35).waited(25)));
    assertThat(found.evidence().get("waitMs")).isEqualTo(25.0);
  }

  @Test
  void aWaitNobodyExplains_leavesTheWorkersUnknown() {
    Recommendation found =
        only(new QueueRule(), Rules.runs(10, (s, r) -> s.node("work", 50, 60).waited(50)));
    assertThat(found.evidence().values()).containsKey("workers");
    assertThat(found.evidence().get("workers")).isNull();
  }

  @Test
  void noWait_isNoQueue() {
    assertSilent(new QueueRule(), (s, r) -> s.node("work", 10, 60).waited(0.1));
  }

  @Test
  void aTailThatOneAttributeExplains_isNamed() {
    Recommendation found =
        only(
            new LongTailRule(),
            Rules.runs(
                400,
                (s, r) -> {
                  boolean big = r.nextInt(40) == 0;
                  double length = (big ? 400 : 20) * Math.exp(0.2 * r.nextGaussian());
                  return s.node("find", 0, length)
                      .attribute("tenant", big ? "acme" : "other" + r.nextInt(5))
                      .attribute("request.id", "" + r.nextLong());
                }));
    assertThat((double) found.evidence().get("p99Ms"))
        .isGreaterThan(5 * (double) found.evidence().get("p50Ms"));
    assertThat(found.evidence().get("attribute")).isEqualTo("tenant");
    assertThat(found.evidence().get("value")).isEqualTo("acme");
    assertThat(found.saving().meanMs()).isPositive();
  }

  @Test
  void aTailThatAnAttributeOfTheRunExplains_isNamed() {
    Recommendation found =
        only(
            new LongTailRule(),
            Rules.runs(
                400,
                (s, r) -> {
                  boolean big = r.nextInt(40) == 0;
                  double length = (big ? 400 : 20) * Math.exp(0.2 * r.nextGaussian());
                  return s.rootAttribute("tenant", big ? "acme" : "other" + r.nextInt(300))
                      .node("find", 0, length);
                }));
    assertThat(found.evidence().get("attribute")).isEqualTo("tenant");
    assertThat(found.evidence().get("value")).isEqualTo("acme");
  }

  @Test
  void everyThirdExecutionSlow_isNoTail() {
    Rules.Shape shape =
        (s, r) ->
            s.node("find", 0, (r.nextInt(3) == 0 ? 150 : 20) * Math.exp(0.1 * r.nextGaussian()));
    assertThat(Rules.ask(new LongTailRule(), Rules.runs(400, shape))).isEmpty();
  }

  @Test
  void ordinaryScatter_isNoTail() {
    List<Run> runs =
        Rules.runs(400, (s, r) -> s.node("find", 0, 20 * Math.exp(0.5 * r.nextGaussian())));
    assertThat(Rules.ask(new LongTailRule(), runs)).isEmpty();
  }

  @Test
  void aSlowFirstExecution_isAColdStart() {
    List<Run> runs = new ArrayList<>();
    for (int process = 0; process < 5; process++) {
      runs.addAll(Rules.runs(1, process, (s, r) -> s.node("load", 0, 500).cold()));
      runs.addAll(Rules.runs(4, process, (s, r) -> s.node("load", 0, 50)));
    }
    Recommendation found = only(new ColdStartRule(), runs);
    assertThat(found.evidence().get("coldMs")).isEqualTo(500.0);
    assertThat(found.evidence().get("warmMs")).isEqualTo(50.0);
    // 450 ms in one run of five
    assertThat(found.saving().meanMs()).isCloseTo(90, within(0.1));
  }

  @Test
  void aSlowFirstExecution_isToldWhereItBegins() {
    List<Run> runs = new ArrayList<>();
    for (int process = 0; process < 5; process++) {
      runs.addAll(
          Rules.runs(
              1,
              process,
              (s, r) -> s.node("load", 0, 500).cold().operation("connect", 1, 450).cold()));
      runs.addAll(
          Rules.runs(4, process, (s, r) -> s.node("load", 0, 50).operation("connect", 1, 10)));
    }
    assertThat(only(new ColdStartRule(), runs).nodes()).containsExactly("connect");
  }

  @Test
  void aFirstExecutionLikeAnyOther_isNone() {
    List<Run> runs = new ArrayList<>(Rules.runs(5, (s, r) -> s.node("load", 0, 50).cold()));
    runs.addAll(Rules.runs(20, (s, r) -> s.node("load", 0, 50)));
    assertThat(Rules.ask(new ColdStartRule(), runs)).isEmpty();
  }

  @Test
  void retriesAtOnce_areABadHabit() {
    Rules.Shape atOnce = (s, r) -> s.node("pay", 0, 20).error("x").node("pay", 20, 50).attempt(2);
    Rules.Shape later = (s, r) -> s.node("pay", 0, 20).error("x").node("pay", 90, 99).attempt(2);
    assertThat(only(new PracticeRule(), Rules.runs(20, atOnce)).evidence().get("what"))
        .isEqualTo("retries without back-off");
    assertSilent(new PracticeRule(), later);
  }

  @Test
  void retriesThatNeverHelp_areABadHabit() {
    Rules.Shape vain =
        (s, r) -> s.node("pay", 0, 20).error("400").node("pay", 50, 60).attempt(2).error("400");
    assertThat(only(new PracticeRule(), Rules.runs(20, vain)).evidence().get("what"))
        .isEqualTo("retries that never help");
  }

  @Test
  void aCallThatHungForMinutes_hasNoTimeout() {
    List<Run> runs = new ArrayList<>(Rules.runs(40, (s, r) -> call(s, 200 + r.nextInt(50))));
    assertThat(Rules.ask(new PracticeRule(), runs)).isEmpty();
    runs.addAll(Rules.runs(1, 9, (s, r) -> call(s, 300_000)));
    Recommendation found = only(new PracticeRule(), runs);
    assertThat(found.evidence().get("what")).isEqualTo("calls without a time-out");
    assertThat(found.evidence().get("longestMs")).isEqualTo(300_000.0);
  }

  @Test
  void aLoopThatOnceWentOnAndOn_isUnbounded() {
    List<Run> runs = new ArrayList<>(Rules.runs(20, (s, r) -> rounds(s, 3)));
    assertThat(Rules.ask(new PracticeRule(), runs)).isEmpty();
    runs.addAll(Rules.runs(1, 9, (s, r) -> rounds(s, 80)));
    assertThat(only(new PracticeRule(), runs).evidence().get("mostVisits")).isEqualTo(80L);
  }

  private static RunSketch call(RunSketch sketch, double ms) {
    return sketch.node("GET /rates", 0, ms).kind(Kind.CLIENT);
  }

  private static RunSketch rounds(RunSketch sketch, int count) {
    for (int i = 1; i <= count; i++) {
      sketch.node("draft", i * 10, i * 10 + 10).visit(i);
    }
    return sketch;
  }

  @Test
  void aHundredAtOnce_isUnbounded() {
    Recommendation found =
        only(
            new PracticeRule(),
            Rules.runs(
                1,
                (s, r) -> {
                  for (int i = 1; i <= 120; i++) {
                    s.node("item", i * 0.01, 50).visit(i);
                  }
                  return s;
                }));
    assertThat(found.evidence().get("atOnce")).isEqualTo(120L);
  }

  private static RunSketch calls(RunSketch sketch, int count, Kind kind) {
    sketch.node("list", 0, 60);
    for (int i = 0; i < count; i++) {
      sketch.operation("SELECT item", 5 + i * 5, 10 + i * 5).kind(kind);
    }
    return sketch;
  }

  private static Recommendation only(Rule rule, List<Run> runs) {
    List<Recommendation> found = Rules.ask(rule, runs);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static void assertSilent(Rule rule, Rules.Shape shape) {
    assertThat(Rules.ask(rule, Rules.runs(20, shape))).isEmpty();
  }
}
