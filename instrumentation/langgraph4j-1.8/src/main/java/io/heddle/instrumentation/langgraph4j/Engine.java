package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.WeakIdentityMap;
import io.heddle.recorder.Recorder;
import org.jspecify.annotations.Nullable;

/** What the probes share: who runs what, and who owns which state. Thread-safe. */
final class Engine {
  private final Recorder recorder;
  private final CompiledGraphs graphs;
  private final StateClasses stateClasses = new StateClasses();
  private final OpenStates openStates = new OpenStates();
  private final WeakIdentityMap<GraphRun> runs = new WeakIdentityMap<>(GraphRun::abandon);
  private final WeakIdentityMap<Fanout> fanouts = new WeakIdentityMap<>(gone -> {});
  private final ThreadLocal<Position> positions = ThreadLocal.withInitial(Position::new);

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
    return positions.get();
  }

  WeakIdentityMap<GraphRun> runs() {
    return runs;
  }

  /** Fan-outs under way, by the state object their branches share. */
  WeakIdentityMap<Fanout> fanouts() {
    return fanouts;
  }

  boolean showsEveryRead(Object state) {
    return stateClasses.showEveryRead(state);
  }

  /**
   * The open node to which a read of that state on this thread belongs; null if it is nobody's, or
   * one of several.
   */
  @Nullable OpenNode reader(Object state) {
    Position here = positions.get();
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
