package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.self.Counters;
import io.heddle.recorder.settings.Settings;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SamplingTest {
  private static final int RUNS = 400;
  private static final int NODES = 3;

  @AutoClose private final OtlpSink sink = OtlpSink.start();

  private static void run(Recorder recorder, @Nullable Throwable error) {
    Workflow workflow = recorder.workflow("testengine", "mail", null);
    Run run = recorder.beginRun(workflow);
    for (int i = 0; i < NODES; i++) {
      recorder.lane().end(recorder.lane().begin(run, workflow.node("n" + i, "code")), null);
    }
    run.end(error);
  }

  private Counters.Snapshot runs(Recorder recorder) {
    for (int i = 0; i < RUNS; i++) {
      run(recorder, null);
    }
    recorder.close();
    return assertAccounted(recorder, RUNS * (NODES + 1));
  }

  private static Counters.Snapshot assertAccounted(Recorder recorder, int spans) {
    Counters.Snapshot counts = recorder.counters().snapshot();
    assertThat(counts.recorded()).isEqualTo(spans);
    assertThat(counts.exported() + counts.sampledOut()).isEqualTo(spans);
    return counts;
  }

  /** Spans of each trace. */
  private Map<Object, List<Span>> traces() {
    return sink.spans().stream().collect(Collectors.groupingBy(Span::getTraceId));
  }

  private void assertWhole() {
    assertThat(traces().values()).allSatisfy(spans -> assertThat(spans).hasSize(NODES + 1));
  }

  @Test
  void nothingSet_sendsEveryRunAsBefore() {
    assertThat(runs(sink.recorder()).sampledOut()).isZero();
    assertThat(sink.spans()).allSatisfy(span -> assertThat(span.getTraceState()).isEmpty());
  }

  @Test
  void ratio_sendsWholeRunsThatTheirTraceIdChooses() {
    Counters.Snapshot counts =
        runs(sink.recorder("heddle.sample.ratio", "0.25", "heddle.sample.raise", "failed"));
    assertThat(counts.exported()).isBetween(RUNS / 2L, RUNS * 2L);
    assertWhole();
    assertThat(sink.spans())
        .allSatisfy(span -> {
          assertThat(span.getTraceState()).isEqualTo("ot=th:c");
          assertThat(span.getFlags() & 3).isEqualTo(3);
          assertThat(span.getTraceId().byteAt(9) & 0xff).isGreaterThanOrEqualTo(0xc0);
        });
  }

  @Test
  void failedRun_isSentAllTheSameAndStandsForItselfAlone() {
    Recorder recorder = sink.recorder("heddle.sample.ratio", "0", "heddle.sample.raise", "failed");
    run(recorder, null);
    run(recorder, new IllegalStateException("broken"));
    run(recorder, null);
    recorder.close();
    assertAccounted(recorder, 3 * (NODES + 1));
    assertThat(sink.spans()).hasSize(NODES + 1);
    assertWhole();
    assertThat(sink.spans())
        .allSatisfy(span -> {
          assertThat(span.getTraceState()).isEqualTo("ot=th:0");
          assertThat(span.getFlags() & 1).isEqualTo(1);
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void raisedRunThatIsLargerThanTheQueue_arrivesWhole(boolean endsFirst) throws Exception {
    int nodes = 2_000;
    Recorder recorder =
        sink.recorder(
            "heddle.sample.ratio", "0",
            "otel.bsp.max.queue.size", "64",
            "otel.bsp.max.export.batch.size", "16");
    Workflow workflow = recorder.workflow("testengine", "mail", null);
    Run run = recorder.beginRun(workflow);
    for (int i = 0; i < nodes; i++) {
      recorder.lane().end(recorder.lane().begin(run, workflow.node("a", "code")), null);
    }
    run.end(new IllegalStateException("broken"));
    while (!endsFirst && sink.spans().size() <= nodes) {
      Thread.onSpinWait();
    }
    recorder.close();
    Counters.Snapshot counts = assertAccounted(recorder, nodes + 1);
    assertThat(counts.exported()).isEqualTo(nodes + 1);
    assertThat(sink.spans()).hasSize(nodes + 1);
  }

  @Test
  void failedRunThatIsChosenAnyway_standsForItselfAlone() {
    Recorder recorder =
        sink.recorder("heddle.sample.ratio", "0.5", "heddle.sample.raise", "failed");
    for (int i = 0; i < 50; i++) {
      run(recorder, new IllegalStateException("broken"));
    }
    recorder.close();
    assertThat(sink.spans())
        .hasSize(50 * (NODES + 1))
        .allSatisfy(span -> assertThat(span.getTraceState()).isEqualTo("ot=th:0"));
  }

  @Test
  void raiseOff_leavesFailedRunsToTheRatio() {
    Recorder recorder = sink.recorder("heddle.sample.ratio", "0", "heddle.sample.raise", "off");
    run(recorder, new IllegalStateException("broken"));
    recorder.close();
    assertThat(assertAccounted(recorder, NODES + 1).sampledOut()).isEqualTo(NODES + 1);
  }

  @Test
  void fullBuffer_letsTheTraceIdDecideAndKeepsRunsWhole() {
    Recorder recorder =
        sink.recorder(
            "heddle.sample.ratio",
            "0",
            "heddle.sample.raise",
            "failed",
            "heddle.sample.buffer",
            "0");
    run(recorder, new IllegalStateException("broken"));
    recorder.close();
    Counters.Snapshot counts = assertAccounted(recorder, NODES + 1);
    assertThat(counts.sampledOut()).isEqualTo(NODES + 1);
    assertThat(counts.undecided()).isEqualTo(1);
  }

  @Test
  void runThatIsDecidedBeforeItsEnd_countsAmongThoseThatTellWhatIsSlow() {
    Recorder recorder =
        sink.recorder(
            "heddle.sample.ratio", "0", "heddle.sample.raise", "slow", "heddle.sample.buffer", "0");
    long begin = System.nanoTime();
    for (int i = 0; i < RUNS; i++) {
      run(recorder, null);
    }
    long longest = System.nanoTime() - begin;
    Run slow = recorder.beginRun(recorder.workflow("testengine", "mail", null));
    for (long since = System.nanoTime(); System.nanoTime() - since <= longest; ) {
      Thread.onSpinWait();
    }
    slow.end(null);
    recorder.close();
    assertThat(recorder.counters().snapshot().undecided()).isEqualTo(RUNS);
    assertThat(sink.spans()).singleElement().extracting(Span::getName).isEqualTo("mail");
  }

  @Test
  void runThatDoesNotEnd_goesByItsTraceIdInTheEnd() {
    Recorder recorder = sink.recorder("heddle.sample.ratio", "0");
    Workflow workflow = recorder.workflow("testengine", "mail", null);
    Run run = recorder.beginRun(workflow);
    recorder.lane().end(recorder.lane().begin(run, workflow.node("a", "code")), null);
    recorder.close();
    assertThat(assertAccounted(recorder, 1).sampledOut()).isEqualTo(1);
  }

  @Test
  void standardNames_areHonoured() {
    assertThat(runs(sink.recorder("otel.traces.sampler", "parentbased_always_off")).sampledOut())
        .isEqualTo(RUNS * (NODES + 1L));
    Counters.Snapshot half =
        runs(
            sink.recorder(
                "otel.traces.sampler", "traceidratio",
                "otel.traces.sampler.arg", "0.5",
                "heddle.sample.raise", "off"));
    assertThat(half.exported()).isBetween(RUNS + 1L, RUNS * 3L);
  }

  @Test
  void alwaysOff_sendsNoFailedRunEither() {
    Recorder recorder = sink.recorder("otel.traces.sampler", "always_off");
    run(recorder, new IllegalStateException("broken"));
    recorder.close();
    assertThat(sink.spans()).isEmpty();
  }

  @Test
  void unknownSampler_isAProblemAndSendsAll() {
    Settings settings = Settings.of(Map.of("otel.traces.sampler", "jaeger_remote"));
    assertThat(settings.problems()).singleElement().asString().contains("jaeger_remote");
    assertThat(settings.sampling().threshold()).isZero();
  }

  @Test
  void durableRun_isChosenAlikeByEveryProcess() {
    Set<String> first = durableRuns();
    Set<String> both = new HashSet<>(first);
    both.addAll(durableRuns());
    assertThat(both).isEqualTo(first).hasSizeBetween(RUNS / 4, RUNS * 3 / 4);
  }

  private Set<String> durableRuns() {
    Recorder recorder = sink.recorder("heddle.sample.ratio", "0.5");
    Workflow workflow = recorder.workflow("testengine", "mail", null);
    for (int i = 0; i < RUNS; i++) {
      recorder.beginRun(workflow, new DurableRun("run-" + i, null)).end(null);
    }
    recorder.close();
    return traces().keySet().stream().map(Object::toString).collect(Collectors.toSet());
  }

  @Test
  void tooLongRun_isSlowOnceEnoughOthersAreKnown() {
    RunTimes times = new RunTimes();
    for (int i = 0; i < 99; i++) {
      assertThat(times.isSlow(1_000_000 + i)).isFalse();
    }
    assertThat(times.isSlow(9_000_000)).isFalse();
    assertThat(times.isSlow(1_000_050)).isFalse();
    for (int i = 0; i < 200; i++) {
      times.isSlow(1_000_000);
    }
    assertThat(times.isSlow(9_000_001)).isTrue();
    assertThat(times.isSlow(1_000_000)).isFalse();
  }
}
