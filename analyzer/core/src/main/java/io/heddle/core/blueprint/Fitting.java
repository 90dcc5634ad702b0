package io.heddle.core.blueprint;

import io.heddle.core.statistics.Telling;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The runs that are runs of a definition.
 *
 * @param note which workflow they are of
 */
record Fitting(List<Run> runs, String note) {
  /** Those of the workflow of that name, else of the one that shows most nodes. */
  static Fitting of(List<Run> runs, String workflow, Names names) {
    Map<String, List<Run>> byWorkflow = new TreeMap<>();
    for (Run run : runs) {
      if (run.isCounted()) {
        String key = run.workflow().service() + ": " + run.workflow().name();
        byWorkflow.computeIfAbsent(key, unused -> new ArrayList<>()).add(run);
      }
    }
    Comparator<Candidate> order =
        Comparator.comparing(Candidate::named)
            .thenComparingLong(Candidate::seen)
            .thenComparingInt(it -> it.runs().size())
            .reversed()
            .thenComparing(Candidate::key);
    return byWorkflow.entrySet().stream()
        .map(it -> Candidate.of(it.getKey(), it.getValue(), workflow, names))
        .filter(it -> it.seen() > 0)
        .min(order)
        .map(Candidate::fitting)
        .orElse(new Fitting(List.of(), ""));
  }

  private record Candidate(String key, List<Run> runs, boolean named, long seen) {
    static Candidate of(String key, List<Run> runs, String workflow, Names names) {
      boolean named = runs.get(0).workflow().name().equals(workflow);
      return new Candidate(key, runs, named, names.seen(runs));
    }

    /** A run whose end nobody saw would make the estimate too short, and seem in error. */
    Fitting fitting() {
      List<Run> whole = Telling.most(runs, Telling::ofColdToo);
      int left = runs.size() - whole.size();
      return new Fitting(
          whole,
          "measured: %d runs of %s, which show %d nodes of the definition%s"
              .formatted(
                  whole.size(),
                  key,
                  seen,
                  left == 0 ? "" : "; %d without an end left out".formatted(left)));
    }
  }
}
