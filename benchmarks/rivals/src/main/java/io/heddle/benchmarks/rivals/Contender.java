package io.heddle.benchmarks.rivals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A way to run the measured program.
 *
 * @param options of its JVM
 * @param environment added to its process
 * @param records how to count what it recorded
 */
record Contender(
    String name, List<String> options, Map<String, String> environment, Records records) {

  /** The same with one option more. */
  Contender with(String option) {
    List<String> more = new ArrayList<>(options);
    more.add(option);
    return new Contender(name, more, environment, records);
  }

  /** Where a contender's records go. */
  sealed interface Records {
    /** Nowhere: it records nothing, or keeps it to itself. */
    record Nowhere() implements Records {}

    /** To the OTLP sink. */
    record ToSink() implements Records {}

    /** To binary files under that folder. */
    record ToFiles(Path folder) implements Records {}
  }
}
