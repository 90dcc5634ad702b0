package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.WeakIdentityMap;
import io.heddle.recorder.Lane;
import io.heddle.recorder.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * What the probes share: who runs what, and who owns which state. A record, as the probes are: the
 * compiler takes their fields for constants. Thread-safe.
 *
 * @param fanouts under way, by the state object their branches share
 * @param positions of threads whose lane has something else in its place
 */
record Engine(
    Recorder recorder,
    CompiledGraphs graphs,
    StateClasses stateClasses,
    OpenStates openStates,
    StreamsSeen streams,
    WeakIdentityMap<GraphRun> runs,
    WeakIdentityMap<Fanout> fanouts,
    ThreadLocal<@Nullable Position> positions) {
  static Engine of(Recorder recorder) {
    WeakIdentityMap<GraphRun> runs =
        new WeakIdentityMap<>(run -> recorder.afterwards(run::abandon));
    recorder.regularly(runs::expunge);
    return new Engine(
        recorder,
        new CompiledGraphs(recorder),
        new StateClasses(),
        new OpenStates(),
        new StreamsSeen(),
        runs,
        new WeakIdentityMap<>(),
        new ThreadLocal<>());
  }

  /** The calling thread's position, wherever it is kept; {@link Position#of} knows it sooner. */
  Position position() {
    Lane lane = recorder.lane();
    return lane.kept() instanceof Position known && known.isOf(this) ? known : keptBy(lane);
  }

  private Position keptBy(Lane lane) {
    Position found = positions.get();
    if (found == null) {
      found = new Position(this, lane);
      positions.set(found);
    }
    lane.keep(found);
    return found;
  }

  /**
   * The open node of any thread to which a read of that state belongs; null if it is nobody's, or
   * one of several.
   */
  @Nullable OpenNode reader(Object state) {
    OpenNode owner = openStates.find(state);
    if (owner == null) {
      Fanout shared = fanouts.get(state);
      if (shared != null) {
        shared.readByUnknown();
      }
    }
    return owner;
  }
}
