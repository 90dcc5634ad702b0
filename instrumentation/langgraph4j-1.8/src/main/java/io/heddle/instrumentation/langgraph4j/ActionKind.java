package io.heddle.instrumentation.langgraph4j;

/** What kind of work the engine's action object does. */
enum ActionKind {
  /** The user's code. */
  CODE("code"),
  /** A compiled graph used as a node. */
  SUBGRAPH("subworkflow"),
  /** The engine's pseudo node that runs the branches of a fan-out. */
  FANOUT("fanout");

  private static final ClassValue<ActionKind> BY_CLASS =
      new ClassValue<>() {
        @Override
        protected ActionKind computeValue(Class<?> type) {
          return byName(type.getName());
        }
      };

  private final String nodeType;

  ActionKind(String nodeType) {
    this.nodeType = nodeType;
  }

  /** The value of {@code heddle.node.type}. */
  String nodeType() {
    return nodeType;
  }

  static ActionKind of(Object action) {
    return BY_CLASS.get(action.getClass());
  }

  private static ActionKind byName(String className) {
    return switch (className) {
      case "org.bsc.langgraph4j.action.SubCompiledGraphNodeAction" -> SUBGRAPH;
      case "org.bsc.langgraph4j.internal.node.ParallelNode$AsyncParallelNodeAction" -> FANOUT;
      default -> CODE;
    };
  }
}
