package io.heddle.core.comparison;

import io.heddle.core.comparison.Sides.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Ways through a workflow: which nodes a run visits. */
final class Ways {
  static final String NAME = "path";

  /** Ways that fewer runs take are one. */
  private static final int FEWEST = 10;

  private static final String OTHER = "other";

  private Ways() {}

  /** The way of each run, named after the nodes that not all runs visit. */
  static List<String> of(List<Side> sides) {
    Set<String> common = new TreeSet<>(sides.get(0).run().way());
    sides.forEach(it -> common.retainAll(it.run().way()));
    List<String> ways = sides.stream().map(it -> named(it.run().way(), common)).toList();
    Map<String, Integer> runs = new HashMap<>();
    ways.forEach(it -> runs.merge(it, 1, Integer::sum));
    return ways.stream().map(it -> runs.getOrDefault(it, 0) < FEWEST ? OTHER : it).toList();
  }

  private static String named(Set<String> way, Set<String> common) {
    Set<String> own = new TreeSet<>(way);
    own.removeAll(common);
    return String.join(", ", own);
  }
}
