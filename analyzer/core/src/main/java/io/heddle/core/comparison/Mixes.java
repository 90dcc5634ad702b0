package io.heddle.core.comparison;

import io.heddle.core.comparison.Sides.Side;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /** Standard errors that the effect of a mix must exceed. */
  private static final double CERTAIN = 3.5;

  /** Null when the runs of both groups are alike, or differ in nothing that takes time. */
  @Nullable Mix largest() {
    List<Strata> candidates = names().flatMap(this::strata).toList();
    return candidates.stream()
        .filter(it -> it.pValue() * candidates.size() <= thresholds.level())
        .filter(it -> Math.abs(it.mixMs()) >= CERTAIN * it.mixError())
        .filter(it -> thresholds.matters(it.mixMs(), it.baseMs()))
        .max(Comparator.comparingDouble(it -> Math.abs(it.mixMs())))
        .map(Strata::mix)
        .orElse(null);
  }

  private Stream<String> names() {
    TreeSet<String> names = new TreeSet<>();
    sides.forEach(side -> names.addAll(side.run().attributes().keySet()));
    return names.stream().filter(name -> !OUTCOME.matcher(name).matches());
  }

  /** None when a value that counts occurs in one of the groups only, such as a version. */
  private Stream<Strata> strata(String attribute) {
    Map<String, Stratum> byValue = new TreeMap<>();
    for (Side side : sides) {
      String value = side.run().attributes().getOrDefault(attribute, "");
      byValue.computeIfAbsent(value, none -> new Stratum(value)).add(side);
      if (byValue.size() > MOST_VALUES) {
        return Stream.empty();
      }
    }
    Strata strata = new Strata(attribute, List.copyOf(byValue.values()), sides);
    return byValue.size() > 1 && strata.overlap() ? Stream.of(strata) : Stream.empty();
  }
}
