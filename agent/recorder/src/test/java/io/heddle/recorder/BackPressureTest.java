package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.self.Counters;
import io.heddle.recorder.self.Log;
import io.heddle.recorder.settings.Settings;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A collector that needs time: the rings are the queue before the exporter's own. */
@Timeout(60)
class BackPressureTest {
  private static final int QUEUE = 512;
  private static final int SLOTS = 1024;

  @AutoClose private final OtlpSink sink = OtlpSink.start();

  private final Recorder recorder =
      sink.recorder(
          "otel.bsp.max.queue.size",
          Integer.toString(QUEUE),
          "otel.bsp.max.export.batch.size",
          "128",
          "otel.metrics.exporter",
          "none",
          "heddle.ring.slots",
          Integer.toString(SLOTS));
  private final Workflow workflow = recorder.workflow("testengine", "mail", null);
  private final Queue<Run> ended = new ConcurrentLinkedQueue<>();

  /** A drain of our own, stepped here. */
  private final Drain drain =
      new Drain(
          recorder.lanes(),
          ended,
          () ->
              SpanOutput.of(
                  Settings.of(
                      Map.of(
                          "otel.exporter.otlp.endpoint",
                          sink.endpoint(),
                          "otel.bsp.max.queue.size",
                          Integer.toString(QUEUE),
                          "otel.bsp.max.export.batch.size",
                          "128",
                          "otel.metrics.exporter",
                          "none")),
                  Map.of(),
                  new Log(Log.Level.OFF),
                  recorder.counters(),
                  recorder.seeds()),
          recorder.counters(),
          fault -> {
            throw new AssertionError(fault);
          });

  private final Run run = Run.root(recorder, workflow, new Trace(workflow, 1, new SpanIds(1)));

  private void execute(int times) {
    Lane lane = recorder.lane();
    for (int i = 0; i < times; i++) {
      lane.end(lane.begin(run, workflow.node("a", "code")), null);
    }
  }

  private Counters.Snapshot counts() {
    return recorder.counters().snapshot();
  }

  @Test
  void slowCollector_isWaitedForInTheRingsAndGetsEverything() {
    sink.hold();
    execute(QUEUE / 2);
    drain.doWork();
    execute(QUEUE / 2);
    drain.doWork();
    execute(QUEUE);
    ended.add(run);
    run.end(null);
    assertThat(drain.doWork()).as("looks again soon").isPositive();
    assertThat(counts().recorded()).isEqualTo(QUEUE);

    sink.release();
    while (counts().exported() < QUEUE) {
      Thread.onSpinWait();
    }
    assertThat(drain.doWork()).as("which finds out that there is room").isPositive();
    while (counts().recorded() < 2 * QUEUE + 1) {
      drain.doWork();
      Thread.onSpinWait();
    }
    drain.onClose();
    assertThat(counts().exported()).isEqualTo(2 * QUEUE + 1).isEqualTo(sink.spans().size());
    assertThat(counts().discarded() + counts().dropped()).isZero();
  }

  @Test
  void collectorThatIsSlowUnderFullLoad_getsEverythingInOrder() {
    sink.hold();
    int times = executeInSteps(() -> true, 100);
    sink.release();
    while (counts().recorded() < times) {
      drain.doWork();
      Thread.onSpinWait();
    }
    assertThat(recorder.lanes().areEmpty()).isTrue();
    drain.onClose();
    assertThat(counts().discarded() + counts().dropped()).isZero();
    assertThat(sink.spans())
        .extracting(span -> OtlpSink.attributes(span.getAttributesList()).get("heddle.node.visit"))
        .isEqualTo(LongStream.rangeClosed(1, times).boxed().toList());
  }

  @Test
  void recordsThatNothingHoldsAnyMore_areReadThoughSpansAreDiscarded() {
    sink.hold();
    int times = executeInSteps(() -> counts().discarded() == 0, 20_000);
    assertThat(counts().dropped()).isZero();
    assertThat(counts().discarded()).isPositive();
    sink.release();
    drain.onClose();
    assertThat(counts().recorded()).isEqualTo(times);
    assertThat(counts().exported() + counts().discarded()).isEqualTo(counts().recorded());
  }

  @Test
  void rootsAreSentThoughTheNodesOfTheirRunsAreDiscarded() {
    sink.hold();
    int runs = 0;
    while (counts().discarded() < 100 * QUEUE) {
      execute(QUEUE);
      Run other = Run.root(recorder, workflow, new Trace(workflow, 2, new SpanIds(++runs)));
      ended.add(other);
      other.end(null);
      drain.doWork();
    }
    sink.release();
    while (!ended.isEmpty()) {
      drain.doWork();
      Thread.onSpinWait();
    }
    drain.onClose();
    assertThat(sink.spans()).filteredOn(span -> span.getName().equals("mail")).hasSize(runs);
    assertThat(counts().exported() + counts().discarded()).isEqualTo(counts().recorded());
  }

  /** Fills half a ring before each step of the drain; how many executions that were. */
  private int executeInSteps(BooleanSupplier goesOn, int most) {
    int times = 0;
    for (int i = 0; i < most && goesOn.getAsBoolean(); i++) {
      execute(QUEUE);
      times += QUEUE;
      drain.doWork();
    }
    return times;
  }

  @Test
  void collectorThatIsAway_holdsNothingBack() {
    sink.answer(400);
    execute(QUEUE);
    drain.doWork();
    while (counts().failed() == 0) {
      drain.doWork();
      Thread.onSpinWait();
    }
    sink.hold();
    execute(SLOTS / 2);
    while (counts().recorded() < QUEUE + SLOTS / 2) {
      drain.doWork();
    }
    sink.release();
    drain.onClose();
    assertThat(counts().failed() + counts().discarded()).isEqualTo(counts().recorded());
  }

  @Test
  void endOfTheProcess_isNotWaitedForWhereNobodyAnswers() {
    sink.answer(503);
    execute(SLOTS / 2);
    drain.doWork();
    drain.onClose();
    assertThat(counts().failed() + counts().discarded()).isEqualTo(SLOTS / 2);
    assertThat(counts().failed()).as("nothing but the full queue is discarded").isPositive();
    assertThat(sink.requestCount()).isOne();
  }

  @Test
  void endOfTheProcess_waitsForWhatTheRingsStillHold() {
    Run begun = recorder.beginRun(workflow);
    Lane lane = recorder.lane();
    sink.hold();
    for (int i = 0; i < SLOTS / 2; i++) {
      lane.end(lane.begin(begun, workflow.node("a", "code")), null);
    }
    begun.end(null);
    sink.release();
    recorder.close();
    assertThat(counts().exported()).isEqualTo(SLOTS / 2 + 1);
  }
}
