package io.heddle.core.advice;

import io.heddle.core.replay.Repeats;
import io.heddle.core.replay.Repeats.Call;
import io.heddle.core.statistics.NodeNumbers;
import io.heddle.runs.Content;
import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Role;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A node, or an operation below one, that gave equal outputs for equal inputs.
 *
 * @param below the name of what it runs below
 * @param why what shows that it is deterministic
 */
record Cacheable(String below, String node, Execution sample, Repeats repeats, String why) {
  private static final Set<String> NEVER = Set.of("human", "timer", "wait", "subworkflow");
  private static final Pattern ZERO_TEMPERATURE =
      Pattern.compile("\"temperature\"\\s*:\\s*0(\\.0*)?\\s*[,}]");

  /** What is repeated and may be cached, in order of appearance. */
  static List<Cacheable> of(List<Run> runs) {
    Map<Long, Place> places = new LinkedHashMap<>();
    NodeNumbers numbers = new NodeNumbers();
    for (int run = 0; run < runs.size(); run++) {
      List<Execution> executions = runs.get(run).executions();
      for (Execution execution : executions) {
        if (execution.parent() >= 0) {
          Execution parent = executions.get(execution.parent());
          long path = (long) numbers.nameOf(parent) << Integer.SIZE | numbers.nameOf(execution);
          places
              .computeIfAbsent(path, unseen -> new Place(parent.node(), execution.node()))
              .add(run, execution);
        }
      }
    }
    return places.values().stream()
        .map(place -> place.cacheable(runs))
        .filter(Objects::nonNull)
        .toList();
  }

  /** One kind of execution. */
  private static final class Place {
    private final String below;
    private final String node;
    private final List<Call> calls = new ArrayList<>();
    private @Nullable Execution sample;

    Place(String below, String node) {
      this.below = below;
      this.node = node;
    }

    void add(int run, Execution execution) {
      if (Repeats.tells(execution)) {
        calls.add(new Call(run, execution));
      }
      if (sample == null && !NEVER.contains(execution.type())) {
        sample = execution;
      }
    }

    @Nullable Cacheable cacheable(List<Run> runs) {
      if (sample == null || calls.isEmpty()) {
        return null;
      }
      Repeats repeats = Repeats.of(calls);
      String why = repeats.distinctInputs() == calls.size() ? null : proof(repeats);
      if (why == null || repeats.hits(null).isEmpty()) {
        return null;
      }
      Cacheable cacheable = new Cacheable(below, node, sample, repeats, why);
      return cacheable.onlyActs() || !cacheable.effects(runs).writes().isEmpty() ? null : cacheable;
    }
  }

  /** Null unless every repetition gave the same answer, or the model was told to. */
  private static @Nullable String proof(Repeats repeats) {
    return switch (repeats.answers()) {
      case DIFFERENT -> null;
      case EQUAL -> "equal output for equal input every time";
      case UNKNOWN ->
          repeats.entries().stream().allMatch(entry -> coolHeaded(entry.execution()))
              ? "temperature 0"
              : null;
    };
  }

  private static boolean coolHeaded(Execution execution) {
    String temperature = execution.attributes().get("gen_ai.request.temperature");
    String parameters = execution.attributes().get("llm.invocation_parameters");
    return temperature != null
        ? temperature.matches("0(\\.0*)?")
        : parameters != null && ZERO_TEMPERATURE.matcher(parameters).find();
  }

  /** A node whose answer says nothing runs for what it does, and that must happen each time. */
  private boolean onlyActs() {
    if (model()) {
      return false;
    }
    Set<@Nullable Content> outputs = new HashSet<>();
    repeats.entries().forEach(entry -> outputs.add(entry.execution().evidence().output()));
    boolean writesNothing =
        repeats.entries().stream()
            .map(entry -> entry.execution().evidence().writes())
            .anyMatch(writes -> writes != null && writes.isEmpty());
    return writesNothing || (outputs.size() == 1 && repeats.distinctInputs() > 1);
  }

  /** Whether it is a call of a model. */
  boolean model() {
    return sample.usage() != null || sample.type().equals("llm");
  }

  String type() {
    return model() ? "llm" : sample.type();
  }

  /** The node, or the node and the operation below it. */
  List<String> path() {
    return sample.role() == Role.OPERATION ? List.of(below, node) : List.of(node);
  }

  int cold() {
    return (int) repeats.entries().stream().filter(entry -> entry.execution().cold()).count();
  }

  OutsideEffects effects(List<Run> runs) {
    return OutsideEffects.of(runs, Set.of(node));
  }

  /** Of two, one inside the other, the model call is kept, else the outer one. */
  boolean insteadOf(Cacheable other) {
    return (model() && below.equals(other.node) && !other.node.equals(node))
        || (other.below.equals(node) && !other.model() && !node.equals(other.node));
  }
}
