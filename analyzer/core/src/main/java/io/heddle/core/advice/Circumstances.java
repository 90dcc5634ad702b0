package io.heddle.core.advice;

import io.heddle.core.attribute.Attributes;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is known of executions beside how they went: their attributes, and those of their runs. */
final class Circumstances {
  /** Says how an execution went. */
  private static final Pattern OUTCOME =
      Pattern.compile("(?i).*(error|exception|status|fault|result|outcome|output|response).*");

  private Circumstances() {}

  /** Of executions of one node; the root's attributes count where they have none of the name. */
  static List<Attributes> of(List<Execution> executions, List<Run> runs) {
    IdentityHashMap<Execution, Map<String, String>> inherited = new IdentityHashMap<>();
    executions.forEach(it -> inherited.put(it, Map.of()));
    for (Run run : runs) {
      run.executions().forEach(it -> inherited.replace(it, run.root().attributes()));
    }
    List<Attributes> circumstances = new ArrayList<>();
    for (Execution execution : executions) {
      Map<String, String> ofRun = Objects.requireNonNull(inherited.get(execution));
      circumstances.add(new Attributes(execution.attributes(), ofRun));
    }
    return circumstances;
  }

  /** The same without what says how an execution went. */
  static List<Attributes> beforehand(List<Execution> executions, List<Run> runs) {
    return of(executions, runs).stream()
        .map(it -> new Attributes(beforehand(it.own()), beforehand(it.inherited())))
        .toList();
  }

  private static Map<String, String> beforehand(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .filter(it -> !OUTCOME.matcher(it.getKey()).matches())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
