package io.heddle.instrumentation.langgraph4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.Lane;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.self.Counters;
import io.heddle.recorder.settings.Settings;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run that ends on another thread than the one that drives it. */
@Timeout(60)
class GraphRunTest {
  private static final int ROUNDS = Integer.getInteger("rounds", 100_000);

  private final Recorder recorder =
      Recorder.create(Settings.of(Map.of("otel.traces.exporter", "none")));
  private final Engine engine = Engine.of(recorder);
  private final CompiledWorkflow workflow = new CompiledWorkflow(recorder.workflow("e", "w", null));
  private final GraphNode work = workflow.node("work", ActionKind.CODE);
  private final OpenStates states = new OpenStates(1);
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  @AfterEach
  void close() {
    other.shutdownNow();
    recorder.close();
  }

  @Test
  void runEndedWhileItsBodyEnds_givesItsPlaceBack() throws Exception {
    AtomicInteger begun = new AtomicInteger();
    for (int round = 1; round <= ROUNDS; round++) {
      GraphRun run = opened();
      Future<?> end = endOf(run, begun, round);
      while (begun.get() < round) {
        Thread.onSpinWait();
      }
      boolean known = drivenToItsEnd(run);
      end.get();
      if (!known) {
        run.abandon(); // as when its generator, which is still known, is collected
      }

      assertThat(isFree()).as("the place in round %d", round).isTrue();
    }
  }

  @Test
  void cancelOfADrivenRun_leavesItsEndToTheEngine() {
    GraphRun run = opened();
    run.cancel(recorder);
    assertThat(run.isOver()).isFalse();
    run.rest(false, null);
    assertThat(run.isOver()).isTrue();
  }

  @Test
  void runCancelledWhileTheEngineLeavesIt_endsAllTheSame() throws Exception {
    int rounds = ROUNDS / 20;
    for (int round = 0; round < rounds; round++) {
      GraphRun run = new GraphRun(new Object(), workflow, null, states);
      run.drive(Position.of(engine));
      run.run(engine);
      Future<?> cancel = other.submit(() -> run.cancel(recorder));
      run.rest(false, null);
      cancel.get();
    }
    while (recorder.counters().snapshot().recorded() < rounds) {
      Thread.onSpinWait();
    }
  }

  @Test
  void runsWhoseGeneratorIsGone_endOnceEach() {
    int running = 3;
    for (int i = 0; i < running; i++) {
      GraphRun left = opened();
      left.node().returned(recorder.lane(), Map.of());
      left.rest(false, null);
      left.abandon();
      left.abandon();
    }
    GraphRun ended = opened();
    ended.node().returned(recorder.lane(), Map.of());
    ended.rest(true, null);
    ended.abandon();
    GraphRun cancelled = opened();
    cancelled.node().returned(recorder.lane(), Map.of());
    cancelled.cancel(recorder);
    cancelled.rest(false, null);
    cancelled.abandon();
    new GraphRun(new Object(), workflow, null, states).abandon();
    recorder.close();

    Counters.Snapshot counts = recorder.counters().snapshot();
    assertThat(counts.abandoned()).isEqualTo(running);
    assertThat(counts.recorded()).as("a node and a root each").isEqualTo(2 * (running + 2));
  }

  @Test
  void runWhoseGeneratorIsCollected_endsThoughNoOtherBegins() throws Exception {
    dropDriven();
    while (recorder.counters().snapshot().abandoned() == 0) {
      System.gc();
      Thread.sleep(10);
    }
  }

  private void dropDriven() {
    Object generator = new Object();
    GraphRun run = new GraphRun(generator, workflow, null, states);
    engine.runs().put(generator, run);
    run.drive(Position.of(engine));
    run.run(engine);
    run.rest(false, null);
  }

  private GraphRun opened() {
    GraphRun run = new GraphRun(new Object(), workflow, null, states);
    run.drive(Position.of(engine));
    Lane lane = recorder.lane();
    run.run(engine);
    run.node().open(work, new Object());
    run.node().begun(lane.begin(run.run(engine), work.node()), true);
    return run;
  }

  private Future<?> endOf(GraphRun run, AtomicInteger begun, int round) {
    return other.submit(() -> {
      begun.set(round);
      run.end(null);
    });
  }

  /** As {@link NextProbe} leaves a step. */
  private boolean drivenToItsEnd(GraphRun run) {
    run.node().returned(recorder.lane(), Map.of());
    run.rest(false, null);
    boolean known = run.isOver();
    if (known) {
      run.release();
    }
    return known;
  }

  private boolean isFree() {
    OpenNode next = new OpenNode(states);
    int place = states.enter(next);
    states.leave(next, place);
    return place == 0;
  }
}
