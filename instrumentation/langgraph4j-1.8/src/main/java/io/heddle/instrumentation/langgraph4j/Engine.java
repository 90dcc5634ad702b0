package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.WeakIdentityMap;
import io.heddle.recorder.Lane;
import io.heddle.recorder.Recorder;
import org.jspecify.annotations.Nullable;

/** What the probes share: who runs what, and who owns which state. Thread-safe. */
final class Engine {
  private final Recorder recorder;
  private final CompiledGraphs graphs;
  private final StateClasses stateClasses = new StateClasses();
  private final OpenStates openStates = new OpenStates();
  private final WeakIdentityMap<GraphRun> runs = new WeakIdentityMap<>(GraphRun::abandon);
  private final WeakIdentityMap<Fanout> fanouts = new WeakIdentityMap<>();

  @SuppressWarnings("ThreadLocalUsage") // one object of this class an agent
  private final ThreadLocal<@Nullable Position> positions = new ThreadLocal<>();

  Engine(Recorder recorder) {
    this.recorder = recorder;
    this.graphs = new CompiledGraphs(recorder);
  }

  Recorder recorder() {
    return recorder;
  }

  CompiledGraphs graphs() {
    return graphs;
  }

  OpenStates openStates() {
    return openStates;
  }

  /** The calling thread's position. */
  Position position() {
    Lane lane = recorder.lane();
    return lane.kept() instanceof Position known && known.isOf(this) ? known : keptBy(lane);
  }

  private Position keptBy(Lane lane) {
    Position found = positions.get();
    if (found == null) {
      found = new Position(this);
      positions.set(found);
    }
    lane.keep(found);
    return found;
  }

  WeakIdentityMap<GraphRun> runs() {
    return runs;
  }

  /** The run of a generator; most often the one that the thread worked for last. */
  @Nullable GraphRun run(Position here, Object generator) {
    GraphRun last = here.last();
    return last != null && last.isOf(generator) ? last : runs.get(generator);
  }

  /** Fan-outs under way, by the state object their branches share. */
  WeakIdentityMap<Fanout> fanouts() {
    return fanouts;
  }

  boolean showsEveryRead(Object state) {
    return stateClasses.showEveryRead(state);
  }

  /**
   * The open node to which a read of that state on the thread at that position belongs; null if it
   * is nobody's, or one of several.
   */
  @Nullable OpenNode reader(Position here, Object state) {
    OpenNode node = here.node();
    if (node != null && node.reads(state)) {
      return node;
    }
    return node == null && here.run() != null ? null : readerElsewhere(state);
  }

  private @Nullable OpenNode readerElsewhere(Object state) {
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
