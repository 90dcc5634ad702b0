package io.heddle.core.advice;

import io.heddle.core.replay.Repeats;
import io.heddle.core.replay.Repeats.Call;
import io.heddle.core.replay.Repeats.Entry;
import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final Set<String> NEVER = Set.of("human", "timer", "subworkflow");
  private static final Pattern ZERO_TEMPERATURE =
      Pattern.compile("\"temperature\"\\s*:\\s*0(\\.0*)?\\s*[,}]");

  /** What is repeated and may be cached, in order of appearance. */
  static List<Cacheable> of(Outside outside) {
    Map<Path, Execution> samples = new LinkedHashMap<>();
    Map<Path, List<Call>> calls = new HashMap<>();
    for (int run = 0; run < outside.runs().size(); run++) {
      List<Execution> executions = outside.runs().get(run).executions();
      for (Execution execution : executions.subList(1, executions.size())) {
        if (execution.parent() >= 0) {
          Path path = new Path(executions.get(execution.parent()).node(), execution.node());
          calls.computeIfAbsent(path, none -> new ArrayList<>()).add(new Call(run, execution));
          if (!NEVER.contains(execution.type())) {
            samples.putIfAbsent(path, execution);
          }
        }
      }
    }
    List<Cacheable> found = new ArrayList<>();
    samples.forEach((path, sample) ->
        add(outside, path, sample, Repeats.of(calls.getOrDefault(path, List.of())), found));
    return found;
  }

  private record Path(String below, String node) {}

  private static void add(
      Outside outside, Path path, Execution sample, Repeats repeats, List<Cacheable> found) {
    String why = repeats.hits(null).isEmpty() ? null : proof(repeats);
    if (why != null) {
      Cacheable cacheable = new Cacheable(path.below, path.node, sample, repeats, why);
      if (!cacheable.onlyActs() && cacheable.effects(outside).writes().isEmpty()) {
        found.add(cacheable);
      }
    }
  }

  /** Null unless every repetition gave the same answer, or the model was told to. */
  private static @Nullable String proof(Repeats repeats) {
    Map<String, String> outputs = new HashMap<>();
    boolean known = true;
    for (Entry entry : repeats.entries()) {
      if (entry.execution().error() != null) {
        continue;
      }
      known &= entry.output() != null;
      String earlier =
          entry.output() == null ? null : outputs.putIfAbsent(entry.input(), entry.output());
      if (earlier != null && !earlier.equals(entry.output())) {
        return null;
      }
    }
    if (known) {
      return "equal output for equal input every time";
    }
    return repeats.entries().stream().allMatch(e -> coolHeaded(e.execution()))
        ? "temperature 0"
        : null;
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
    Set<String> outputs = new HashSet<>();
    repeats.entries().forEach(entry -> outputs.add(String.valueOf(entry.output())));
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

  OutsideEffects effects(Outside outside) {
    return OutsideEffects.of(outside, Set.of(node));
  }

  /** Of two, one inside the other, the model call is kept, else the outer one. */
  boolean insteadOf(Cacheable other) {
    return (model() && below.equals(other.node) && !other.node.equals(node))
        || (other.below.equals(node) && !other.model() && !node.equals(other.node));
  }
}
