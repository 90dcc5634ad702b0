package io.heddle.definitions;

import java.util.Map;

/** The tasks of Serverless Workflow 1.0 in Heddle's words. */
final class TaskTypes {
  private static final Map<String, String> CALLS =
      Map.of(
          "http", "http_request",
          "openapi", "http_request",
          "grpc", "rpc",
          "asyncapi", "messaging",
          "a2a", "agent",
          "mcp", "tool");
  private static final Map<String, String> RUNS =
      Map.of("workflow", "subworkflow", "script", "script", "shell", "script");

  private TaskTypes() {}

  static String of(Tree task) {
    if (task.has("call")) {
      return CALLS.getOrDefault(task.get("call").text(""), "service");
    }
    if (task.has("run")) {
      return task.get("run").names().stream()
          .filter(RUNS::containsKey)
          .map(RUNS::get)
          .findFirst()
          .orElse("service");
    }
    return control(task);
  }

  private static String control(Tree task) {
    if (task.has("for")) {
      return "iteration";
    }
    if (task.has("try")) {
      return "try";
    }
    if (task.has("fork") || task.has("do")) {
      return "container";
    }
    if (task.has("switch")) {
      return "branch";
    }
    if (task.has("wait")) {
      return "timer";
    }
    if (task.has("listen")) {
      return "wait";
    }
    if (task.has("emit")) {
      return "messaging";
    }
    return task.has("set") ? "variable" : "event";
  }
}
