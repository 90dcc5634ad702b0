package io.heddle.core.advice;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.List;

/** Which engine a run was made by, as far as its spans tell. */
public final class HostEngine {
  /** How keys begin that only one engine writes. */
  private record Mark(String prefix, String engine) {}

  private static final List<Mark> MARKS =
      List.of(
          new Mark("n8n.", "n8n"),
          new Mark("dify.", "dify"),
          new Mark("airflow.", "airflow"),
          new Mark("kestra.", "kestra"),
          new Mark("spring.batch.", "spring-batch"),
          new Mark("temporal.", "temporal"),
          new Mark("camel.", "camel"),
          new Mark("langfuse.observation.metadata.langgraph", "langgraph"),
          new Mark("langsmith.metadata.langgraph", "langgraph"),
          new Mark("traceloop.association.properties.langgraph", "langgraph"),
          new Mark("langgraph.", "langgraph"),
          new Mark("spring.ai.", "spring-ai"));

  /** Empty when unknown. */
  public static String of(Run run) {
    String named = run.root().attributes().get("heddle.engine");
    return named == null ? byMarks(run) : named;
  }

  private static String byMarks(Run run) {
    return MARKS.stream()
        .filter(mark -> run.executions().stream().anyMatch(it -> carries(it, mark)))
        .findFirst()
        .map(Mark::engine)
        .orElse("");
  }

  private static boolean carries(Execution execution, Mark mark) {
    return execution.attributes().keySet().stream().anyMatch(key -> key.startsWith(mark.prefix));
  }

  private HostEngine() {}
}
