package io.heddle.core.advice;

import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Kind;

/** Tells calls of something outside the process from work inside it. */
final class Outside {
  /** Whether the execution is a call of something else than a model. */
  static boolean leavesProcess(Execution execution) {
    return execution.usage() == null && calls(execution) && !isModelCall(execution);
  }

  private static boolean calls(Execution execution) {
    return execution.kind() == Kind.CLIENT
        || execution.kind() == Kind.PRODUCER
        || isMarked(execution);
  }

  private static boolean isModelCall(Execution execution) {
    return execution.type().equals("llm")
        || execution.attributes().containsKey("gen_ai.operation.name");
  }

  private static boolean isMarked(Execution execution) {
    for (String key : execution.attributes().keySet()) {
      if (marks(key)) {
        return true;
      }
    }
    return false;
  }

  /** By the first letter, since every key of every execution is looked at. */
  private static boolean marks(String key) {
    return switch (key.isEmpty() ? ' ' : key.charAt(0)) {
      case 'h' -> key.startsWith("http.");
      case 'u' -> key.startsWith("url.");
      case 'd' -> key.startsWith("db.");
      case 'm' -> key.startsWith("messaging.");
      case 'r' -> key.startsWith("rpc.");
      case 's' -> key.startsWith("server.address");
      default -> false;
    };
  }

  private Outside() {}
}
