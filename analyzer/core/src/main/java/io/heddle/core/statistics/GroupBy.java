package io.heddle.core.statistics;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells the runs of a workflow apart by an attribute. Every run is in exactly one group: that of
 * the value its root carries; else that of all values its executions carry, in alphabetical order
 * with {@code ", "} between; else that of the runs without a value. A resource speaks for its
 * spans. Immutable.
 */
public final class GroupBy {
  /** No attribute: the runs of a workflow stay together. */
  public static final GroupBy NOTHING = new GroupBy("", List.of());

  private static final Map<String, List<String>> SHORT_NAMES =
      Map.of(
          "session",
          List.of(
              "session.id",
              "gen_ai.conversation.id",
              "langfuse.session.id",
              "langsmith.trace.session_id",
              "traceloop.association.properties.session_id"),
          "user",
          List.of(
              "user.id",
              "enduser.id",
              "langfuse.user.id",
              "traceloop.association.properties.user_id"),
          "model",
          List.of(
              "gen_ai.response.model",
              "gen_ai.request.model",
              "llm.model_name",
              "llm.response.model",
              "llm.request.model",
              "langfuse.observation.model.name",
              "ai.response.model",
              "ai.model.id"),
          "prompt-version",
          List.of(
              "langfuse.observation.prompt.version",
              "llm.prompt_template.version",
              "traceloop.prompt.version"));

  private final String name;
  private final List<String> attributes;

  private GroupBy(String name, List<String> attributes) {
    this.name = name;
    this.attributes = attributes;
  }

  /**
   * Groups by an attribute, or by what a short name stands for: {@code session}, {@code user},
   * {@code model} and {@code prompt-version} are the first attribute that an execution carries of
   * those by which the known sources say it.
   */
  public static GroupBy attribute(String name) {
    return new GroupBy(name, SHORT_NAMES.getOrDefault(name, List.of(name)));
  }

  /** The group of a run; null when runs stay together. */
  public @Nullable Group of(Run run) {
    return attributes.isEmpty() ? null : new Group(name, value(run));
  }

  private @Nullable String value(Run run) {
    String ofRoot = value(run.root());
    if (ofRoot != null) {
      return ofRoot;
    }
    SortedSet<String> values = new TreeSet<>();
    for (Execution execution : run.executions()) {
      String value = value(execution);
      if (value != null) {
        values.add(value);
      }
    }
    return values.isEmpty() ? null : String.join(", ", values);
  }

  private @Nullable String value(Execution execution) {
    for (String attribute : attributes) {
      String value = execution.attributes().get(attribute);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
