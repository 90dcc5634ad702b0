package io.heddle.core.comparison;

import io.heddle.core.comparison.Sides.Side;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for the attribute of which another mix of runs explains most of the run's change. */
record Mixes(List<Side> sides, Thresholds thresholds) {
  /** An attribute with more values names single runs. */
  private static final int MOST_VALUES = 20;

  /** What a run came to is no kind of run, and its times explain nothing. */
  private static final Pattern OUTCOME =
      Pattern.compile(
          "heddle\\..*|.*(status|error|exception|result|outcome|response|output|usage|resend|retr"
              + "|attempt|cache|reason|state|duration|elapsed|latency|time_to).*"
              + "|.*[._](ns|ms|millis|seconds)");

  /** As strict as among four attributes, since no attribute had to be chosen. */
  private static final int WAYS_TESTS = 4;

  /** Standard errors that the effect of a mix must exceed. */
  private static final double CERTAIN = 3.5;

  /** Null when the runs of both groups are alike, or differ in nothing that takes time. */
  @Nullable Mix largest() {
    List<Strata> candidates =
        Kinds.of(sides, MOST_VALUES).entrySet().stream()
            .filter(it -> !OUTCOME.matcher(it.getKey()).matches())
            .flatMap(it -> strata(it.getKey(), it.getValue()))
            .toList();
    return candidates.stream()
        .filter(it -> certain(it, candidates.size()))
        .max(Comparator.comparingDouble(it -> Math.abs(it.mixMs())))
        .map(Strata::mix)
        .orElse(null);
  }

  /** Null when runs take the ways through the workflow as often as before, or all equally long. */
  @Nullable Mix ways() {
    Strata ways = Strata.of(Ways.NAME, Ways.of(sides), sides);
    boolean comparable = ways.strata().size() > 1 && ways.meet();
    return comparable && certain(ways, WAYS_TESTS) ? ways.mix() : null;
  }

  private boolean certain(Strata strata, int tests) {
    return strata.pValue() * tests <= thresholds.level()
        && Math.abs(strata.mixMs()) >= CERTAIN * strata.mixError()
        && thresholds.matters(strata.mixMs(), strata.baseMs());
  }

  /** None when a value that counts occurs in one of the groups only, such as a version. */
  private Stream<Strata> strata(String attribute, List<String> values) {
    Strata strata = Strata.of(attribute, values, sides);
    return strata.strata().size() > 1 && strata.overlap() ? Stream.of(strata) : Stream.empty();
  }
}
