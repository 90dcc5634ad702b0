package io.heddle.instrumentation.langgraph4j;

import org.jspecify.annotations.Nullable;

/** Where a thread stands in the engine's work. Confined to its thread. */
final class Position {
  private @Nullable GraphRun run;
  private @Nullable OpenNode node;
  private @Nullable Object valueOf;
  private @Nullable OpenNode valueReader;
  private @Nullable String valueName;

  /** The run whose engine code this thread executes. */
  @Nullable GraphRun run() {
    return run;
  }

  /** The node whose body this thread executes; null in engine code. */
  @Nullable OpenNode node() {
    return node;
  }

  void in(@Nullable GraphRun nowIn, @Nullable OpenNode nowAt) {
    run = nowIn;
    node = nowAt;
  }

  void at(@Nullable OpenNode nowAt) {
    node = nowAt;
  }

  /** {@code AgentState.value} begins; it will ask for the state's data itself. */
  void valueBegins(Object state, OpenNode reader, String name) {
    valueOf = state;
    valueReader = reader;
    valueName = name;
  }

  @SuppressWarnings("ReferenceEquality")
  boolean isInsideValue(Object state) {
    return valueOf == state;
  }

  void valueEnds(boolean found, @Nullable Object value) {
    OpenNode reader = valueReader;
    String name = valueName;
    valueOf = null;
    valueReader = null;
    valueName = null;
    if (found && reader != null && name != null) {
      reader.read(name, value);
    }
  }
}
