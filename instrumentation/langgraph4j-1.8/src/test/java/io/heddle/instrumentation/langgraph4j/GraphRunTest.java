package io.heddle.instrumentation.langgraph4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.Lane;
import io.heddle.recorder.Recorder;
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
      run.drive(engine.position());
      run.run(recorder);
      Future<?> cancel = other.submit(() -> run.cancel(recorder));
      run.rest(false, null);
      cancel.get();
    }
    while (recorder.counters().snapshot().recorded() < rounds) {
      Thread.onSpinWait();
    }
  }

  private GraphRun opened() {
    GraphRun run = new GraphRun(new Object(), workflow, null, states);
    run.drive(engine.position());
    Lane lane = recorder.lane();
    run.run(recorder);
    run.node().open(work, new Object());
    run.node().begun(lane.begin(run.run(recorder), work.node()), true);
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
