package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.recorder.ring.RecordHandler;
import io.heddle.recorder.self.Log;
import io.heddle.recorder.settings.Settings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Steps the duty cycle by hand; the recorder's own thread is never started. */
class DrainTest {
  private final Settings settings = Settings.of(Map.of("otel.traces.exporter", "none"));
  private final Recorder recorder = Recorder.create(settings);
  private final Workflow workflow = recorder.workflow("testengine", "mail", null);
  private final Node node = workflow.node("a", "code");
  private final LinkedBlockingQueue<Run> ended = new LinkedBlockingQueue<>(1000);
  private final List<Throwable> faults = new ArrayList<>();
  private int outputs;

  private final Drain drain =
      new Drain(recorder.lanes(), ended, this::output, recorder.counters(), faults::add);

  private SpanOutput output() {
    outputs++;
    return SpanOutput.of(
        settings, Map.of(), new Log(Log.Level.OFF), recorder.counters(), recorder.seeds());
  }

  @AfterEach
  void noFaults() {
    assertThat(faults).isEmpty();
  }

  private Run run() {
    return Run.root(recorder, workflow, new Trace(workflow, 1, new SpanIds(1)));
  }

  @Test
  void idleStep_doesNothingAndLoadsNothing() {
    assertThat(drain.doWork()).isZero();
    assertThat(outputs).isZero();
  }

  @Test
  void step_takesAllRecordsAndEndedRuns() {
    Run run = run();
    for (int i = 0; i < 5; i++) {
      recorder.lane().end(recorder.lane().begin(run, node), null);
    }
    run.end(null);
    ended.add(run);
    assertThat(drain.doWork()).isEqualTo(6);
    assertThat(drain.doWork()).isZero();
    assertThat(outputs).isEqualTo(1);
    assertThat(recorder.counters().snapshot().recorded()).isEqualTo(6);
  }

  @Test
  @Timeout(60)
  void endOfTheProcess_doesNotWaitForThreadsThatGoOnRecording() throws Exception {
    AtomicBoolean goesOn = new AtomicBoolean(true);
    CountDownLatch recording = new CountDownLatch(1);
    Thread other =
        new Thread(() -> {
          Run run = run();
          run.end(null);
          while (goesOn.get()) {
            recorder.lane().end(recorder.lane().begin(run, node), null);
            ended.offer(run);
            recording.countDown();
          }
        });
    other.start();
    try {
      recording.await();
      drain.onClose();
      assertThat(other.isAlive()).isTrue();
    } finally {
      goesOn.set(false);
      other.join();
    }
  }

  @Test
  void openExecution_isNotTakenBeforeItsEnd() {
    Execution open = recorder.lane().begin(run(), node);
    assertThat(drain.doWork()).isZero();
    recorder.lane().end(open, null);
    assertThat(drain.doWork()).isEqualTo(1);
  }

  @Test
  void alternatingRunsOnOneThread_keepTheirRecordsApart() {
    Run first = run();
    Run second = Run.root(recorder, workflow, new Trace(workflow, 2, new SpanIds(2)));
    for (Run run : List.of(first, second, second, first)) {
      recorder.lane().end(recorder.lane().begin(run, node), null);
    }
    List<String> traces = new ArrayList<>();
    recorder
        .lanes()
        .drain(
            (ring, at, slots, kind) ->
                traces.add(new RecordReader().at(ring, at, slots, kind).run().traceId()),
            Integer.MAX_VALUE);
    assertThat(traces)
        .containsExactly(first.traceId(), second.traceId(), second.traceId(), first.traceId());
  }

  @Test
  void recordInWhoseReadingTheThreadWasStruck_isCountedAndTellsItsRunToTheNext() {
    Run run = run();
    for (int i = 0; i < 3; i++) {
      recorder.lane().end(recorder.lane().begin(run, node), null);
    }
    assertThatThrownBy(() -> recorder.lanes().drain((ring, at, slots, kind) -> strike(), 10))
        .hasMessage("struck");

    assertThat(drain.doWork()).isEqualTo(2);
    assertThat(recorder.counters().snapshot().recorded()).isEqualTo(2);
    assertThat(recorder.counters().snapshot().dropped()).isEqualTo(1);
  }

  @Test
  void rootInWhoseReadingTheThreadWasStruck_isCounted() {
    Drain struck =
        new Drain(recorder.lanes(), ended, DrainTest::strike, recorder.counters(), e -> strike());
    Run run = run();
    run.end(null);
    ended.add(run);

    assertThatThrownBy(struck::doWork).hasMessage("struck");
    struck.doWork();
    assertThat(ended).isEmpty();
    assertThat(recorder.counters().snapshot().recorded()).isZero();
    assertThat(recorder.counters().snapshot().dropped()).isEqualTo(1);
  }

  @Test
  void recordAfterWhoseCountingTheThreadWasStruck_isNotCountedTwice() {
    Run run = run();
    for (int i = 0; i < 3; i++) {
      recorder.lane().end(recorder.lane().begin(run, node), null);
    }
    RecordHandler striking =
        (ring, at, slots, kind) -> {
          drain.onRecord(ring, at, slots, kind);
          strike();
        };
    assertThatThrownBy(() -> recorder.lanes().drain(striking, 10)).hasMessage("struck");

    assertThat(drain.doWork()).isEqualTo(2);
    assertThat(recorder.counters().snapshot().recorded()).isEqualTo(3);
    assertThat(recorder.counters().snapshot().dropped()).isZero();
  }

  @Test
  void recordThatIsStruckBeforeItIsLookedAt_isNotTakenForTheOneBefore() {
    Run run = run();
    recorder.lane().end(recorder.lane().begin(run, node), null);
    drain.doWork();
    recorder.lane().end(recorder.lane().begin(run, node), null);
    assertThatThrownBy(() -> recorder.lanes().drain((ring, at, slots, kind) -> strike(), 10))
        .hasMessage("struck");

    drain.doWork();
    assertThat(recorder.counters().snapshot().recorded()).isEqualTo(1);
    assertThat(recorder.counters().snapshot().dropped()).isEqualTo(1);
  }

  @Test
  void rootAfterWhoseCountingTheThreadWasStruck_isNotCountedTwice() {
    Queue<Run> runs =
        new ArrayDeque<>() {
          private boolean calm;

          @Override
          public Run poll() {
            if (!calm) {
              calm = true;
              strike();
            }
            return super.poll();
          }
        };
    Drain struck =
        new Drain(recorder.lanes(), runs, this::output, recorder.counters(), faults::add);
    Run run = run();
    run.end(null);
    runs.add(run);

    assertThatThrownBy(struck::doWork).hasMessage("struck");
    struck.doWork();
    assertThat(runs).isEmpty();
    assertThat(recorder.counters().snapshot().recorded()).isEqualTo(1);
    assertThat(recorder.counters().snapshot().dropped()).isZero();
  }

  private static SpanOutput strike() {
    throw new Error("struck");
  }

  @Test
  void fullRing_dropsTheRunsNoticeWithItsRecordAndGivesItAgain() {
    Run first = run();
    for (int i = 0; i < settings.ringSlots(); i++) {
      recorder.lane().end(recorder.lane().begin(first, node), null);
    }
    Run second = Run.root(recorder, workflow, new Trace(workflow, 2, new SpanIds(2)));
    recorder.lane().end(recorder.lane().begin(second, node), null);
    assertThat(recorder.counters().snapshot().dropped()).isEqualTo(1);
    drain.doWork();
    recorder.lane().end(recorder.lane().begin(second, node), null);
    List<String> traces = new ArrayList<>();
    recorder
        .lanes()
        .drain(
            (ring, at, slots, kind) ->
                traces.add(new RecordReader().at(ring, at, slots, kind).run().traceId()),
            Integer.MAX_VALUE);
    assertThat(traces).containsExactly(second.traceId());
  }
}
