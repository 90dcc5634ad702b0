package io.heddle.core.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.RunSketch;
import io.heddle.runs.Run;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CacheRuleTest {
  private final CacheRule rule = new CacheRule();

  @Test
  void equalWorkRepeated_isCacheable() {
    List<Recommendation> found =
        Rules.ask(
            rule,
            Rules.runs(
                20,
                (s, r) -> {
                  int input = r.nextInt(4);
                  return around(s).node("ask", 10, 60).type("llm").classes(input, input + 100);
                }));
    assertThat(found).hasSize(1);
    Facts evidence = found.get(0).evidence();
    assertThat(found.get(0).nodes()).containsExactly("ask");
    assertThat(evidence.get("executions")).isEqualTo(20L);
    assertThat(evidence.get("distinctInputs")).isEqualTo(4L);
    assertThat(evidence.get("hits")).isEqualTo(16L);
    assertThat((double) evidence.get("idealHitRate")).isCloseTo(0.8, within(1e-9));
    assertThat((double) evidence.get("ttlHitRate")).isCloseTo(0.8, within(1e-9));
    assertThat(evidence.get("ttl")).isEqualTo("PT24H");
    assertThat(found.get(0).saving().meanMs()).isCloseTo(40, within(0.1));
  }

  /** The runs that fill the cache come first, which is no load that lasts. */
  @Test
  void fewRuns_areEnough() {
    int found = 0;
    for (int seed = 0; seed < 40; seed++) {
      List<Run> runs =
          Workloads.runs(
              12,
              seed,
              (s, noise, number) -> {
                double ready = noise.ms(800);
                int input = noise.below(3);
                s.node("first", 0, ready)
                    .node("score", ready, ready + noise.ms(200))
                    .classes(input, input + 100);
              });
      found += Rules.ask(rule, runs).size();
    }
    assertThat(found).isGreaterThanOrEqualTo(36);
  }

  /** Inputs of their own beside, as long as nobody knows how often such a time comes. */
  @Test
  void equalInputsOfOneTime_areNoHabit() {
    assertThat(
            Rules.ask(
                rule,
                Workloads.runs(
                    60,
                    1,
                    (s, noise, number) -> {
                      int input = number >= 20 && number < 32 ? 0 : number;
                      around(s).node("score", 10, 10 + noise.ms(50)).classes(input, input);
                    })))
        .isEmpty();
  }

  @Test
  void ttl_countsOnlyWhatIsStillFresh() {
    List<Run> runs =
        IntStream.range(0, 12)
            .mapToObj(i ->
                around(RunSketch.of("mail").id("run-" + i).startingAt(i * 1_800_000.0))
                    .node("get", 10, 60)
                    .type("http_request")
                    .classes(1, 2)
                    .build())
            .toList();
    List<Recommendation> found = Rules.ask(rule, runs);
    assertThat(found).hasSize(1);
    // every half an hour, kept for an hour: one in three is a miss
    assertThat(found.get(0).evidence().get("hits")).isEqualTo(11L);
    assertThat((double) found.get(0).evidence().get("ttlHitRate")).isCloseTo(2 / 3.0, within(1e-9));
  }

  @Test
  void differentOutputs_forbid() {
    assertSilent((s, r) -> around(s).node("ask", 10, 60).type("llm").classes(1, r.nextInt(3)));
  }

  @Test
  void unknownOutputs_forbid() {
    assertSilent((s, r) -> around(s).node("ask", 10, 60).inputClass(1));
  }

  @Test
  void temperatureZero_standsInForUnknownOutputs() {
    assertThat(
            Rules.ask(
                rule,
                Rules.runs(
                    10,
                    (s, r) ->
                        around(s)
                            .node("ask", 10, 60)
                            .type("llm")
                            .inputClass(1)
                            .attribute("gen_ai.request.temperature", "0.0"))))
        .hasSize(1);
  }

  @Test
  void differentInputs_giveNothingToCache() {
    assertSilent((s, r) -> around(s).node("ask", 10, 60).classes(r.nextLong(), 5));
  }

  @Test
  void equalClassesInDifferentProcesses_areNotEqual() {
    assertSilent(
        (s, r) -> around(s).node("ask", 10, 60).classes(1, 1).instance("p" + r.nextLong()));
  }

  @Test
  void aModelCallBelowTheNode_isRecommendedOnce() {
    List<Recommendation> found =
        Rules.ask(
            rule,
            Rules.runs(
                10,
                (s, r) ->
                    around(s)
                        .node("draft", 10, 62)
                        .classes(1, 1)
                        .operation("chat small", 11, 60)
                        .type("llm")
                        .classes(1, 1)));
    assertThat(found)
        .extracting(Recommendation::nodes)
        .containsExactly(List.of("draft", "chat small"));
  }

  @Test
  void aNodeThatOnlyActs_isNotCacheable() {
    assertSilent((s, r) -> around(s).node("send", 10, 60).classes(r.nextInt(3), 7));
    assertSilent((s, r) -> around(s).node("send", 10, 60).writes().classes(1, 1));
    assertSilent((s, r) ->
        around(s)
            .node("save", 10, 60)
            .classes(1, 1)
            .operation("INSERT row", 12, 50)
            .attribute("db.system.name", "h2"));
  }

  @Test
  void retriesAfterFailure_areNoRepetition() {
    assertSilent((s, r) ->
        around(s)
            .node("ask", 10, 60)
            .classes(r.nextLong(), 0)
            .error("timeout")
            .node("ask", 60, 90)
            .attempt(2)
            .classes(r.nextLong(), 0));
  }

  private void assertSilent(Rules.Shape shape) {
    assertThat(Rules.ask(rule, Rules.runs(20, shape))).isEmpty();
  }

  private static RunSketch around(RunSketch sketch) {
    return sketch.node("first", 0, 10);
  }
}
