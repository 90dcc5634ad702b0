package io.heddle.instrumentation.langgraph4j;

import io.heddle.recorder.Lane;
import org.jspecify.annotations.Nullable;

/**
 * Where a thread stands in the engine's work. Confined to its thread.
 *
 * <p>It lives as long as its thread, so a reference is only written when it changes, and what
 * changes with every node is a flag: each reference costs a garbage collector's barrier.
 */
final class Position {
  private final Engine engine;
  private final Lane lane;
  private @Nullable GraphRun run;
  private @Nullable OpenNode node;
  private @Nullable OpenNode valueReader;
  private @Nullable String valueName;
  private boolean inRun;
  private boolean inBody;
  private boolean inValue;
  private boolean bringsValue;

  /**
   * @param lane of its thread
   */
  Position(Engine engine, Lane lane) {
    this.engine = engine;
    this.lane = lane;
  }

  /** The calling thread's. The engine is looked into only where it is not found nearby. */
  static Position of(Engine engine) {
    return Lane.keptNear() instanceof Position near && near.isOf(engine) ? near : engine.position();
  }

  @SuppressWarnings("ReferenceEquality") // an engine is one object
  boolean isOf(Engine other) {
    return engine == other;
  }

  /** The lane of its thread. */
  Lane lane() {
    return lane;
  }

  /** The run whose engine code this thread executes. */
  @Nullable GraphRun run() {
    return inRun ? run : null;
  }

  /** The run this thread worked for last, if that is not over. */
  @Nullable GraphRun last() {
    return run;
  }

  /** The run of a generator; most often the one that the thread worked for last. */
  @Nullable GraphRun runOf(Object generator) {
    GraphRun last = run;
    return last != null && last.isOf(generator) ? last : engine.runs().get(generator);
  }

  /**
   * The open node to which a read of that state on this thread belongs; null if it is nobody's, or
   * one of several.
   */
  @Nullable OpenNode reader(Object state) {
    OpenNode here = node();
    if (here != null && here.reads(state)) {
      return here;
    }
    return here == null && run() != null ? null : engine.reader(state);
  }

  /** The node whose body this thread executes; null in engine code. */
  @Nullable OpenNode node() {
    return inBody ? node : null;
  }

  @SuppressWarnings("ReferenceEquality") // one run is one object
  void in(GraphRun nowIn) {
    if (run != nowIn) {
      run = nowIn;
    }
    inRun = true;
    inBody = false;
    bringsValue = false;
  }

  /** Back to where it stood before it worked for a run. */
  void back(@Nullable GraphRun runBefore, @Nullable OpenNode nodeBefore) {
    bringsValue = false;
    inRun = runBefore != null;
    if (runBefore != null) {
      run = runBefore;
    }
    at(nodeBefore);
  }

  /** Keeps nothing of a run that is over. */
  @SuppressWarnings("ReferenceEquality")
  void forget(GraphRun over) {
    if (run == over && !inRun) {
      run = null;
      node = null;
      valueReader = null;
    }
  }

  @SuppressWarnings("ReferenceEquality")
  void at(@Nullable OpenNode nowAt) {
    inBody = nowAt != null;
    if (nowAt != null && node != nowAt) {
      node = nowAt;
    }
  }

  /** The engine has made the value that the step under way brings; a body makes others' values. */
  void bringsValue() {
    bringsValue |= !inBody;
  }

  /** Whether the step under way brings a value for sure. */
  boolean isBringingValue() {
    return bringsValue;
  }

  /** {@code AgentState.value} begins; it will ask for the state's data itself. */
  @SuppressWarnings("ReferenceEquality")
  void valueBegins(OpenNode reader, String name) {
    inValue = true;
    if (valueReader != reader) {
      valueReader = reader;
    }
    if (valueName != name) {
      valueName = name;
    }
  }

  boolean isInsideValue(Object state) {
    OpenNode reader = valueReader;
    return inValue && reader != null && reader.reads(state);
  }

  void valueEnds(boolean found, @Nullable Object value) {
    OpenNode reader = valueReader;
    String name = valueName;
    inValue = false;
    if (found && reader != null && name != null) {
      reader.read(name, value);
    }
  }
}
