package io.heddle.benchmarks.woven;

import java.time.Duration;
import java.util.List;

/**
 * What one process measures.
 *
 * @param unpredicted whether the hook forgets before each burst whose lanes to try first
 */
record Plan(
    Calls calls,
    int threads,
    boolean virtual,
    boolean unpredicted,
    Duration warmUp,
    Duration measured) {

  /** As arguments of a process. */
  List<String> arguments() {
    return List.of(
        calls.name(),
        Integer.toString(threads),
        Boolean.toString(virtual),
        Boolean.toString(unpredicted),
        warmUp.toString(),
        measured.toString());
  }

  static Plan of(String[] arguments) {
    return new Plan(
        Calls.valueOf(arguments[0]),
        Integer.parseInt(arguments[1]),
        Boolean.parseBoolean(arguments[2]),
        Boolean.parseBoolean(arguments[3]),
        Duration.parse(arguments[4]),
        Duration.parse(arguments[5]));
  }
}
