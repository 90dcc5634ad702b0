package io.heddle.core.finding;

import io.heddle.core.advice.Facts;
import io.heddle.core.attribute.Attributes;
import io.heddle.core.attribute.Explanation;
import io.heddle.core.attribute.Puzzle;
import io.heddle.core.comparison.Thresholds;
import io.heddle.core.statistics.CallSite;
import io.heddle.core.statistics.NodeKey;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node that is fast for one half of the world and slow for the other: two groups of durations
 * that one attribute tells apart.
 */
record Modes(NodeKey node, Split split, Explanation explanation, double p50Ms, double p99Ms) {
  /** Fewer executions have no two modes. */
  private static final int FEWEST = 40;

  /** More are looked at in equal steps. */
  private static final int MOST = 5_000;

  /** How much slower the slow group is, at least. */
  private static final double RATIO = 1.5;

  /** How well the attribute has to tell the groups apart; 1 is perfectly. */
  private static final double SEPARATION = 0.7;

  /** Nodes of which two groups can be seen at all, without a look at attributes. */
  record Suspect(
      NodeKey node, List<Attributes> attributes, Split split, double p50Ms, double p99Ms) {
    @Nullable Modes explain(Thresholds thresholds, int searches) {
      Explanation explanation =
          Explanation.search(
              new Puzzle(attributes, split.slow(), true), thresholds.level(), searches);
      return explanation == null || explanation.separation() < SEPARATION
          ? null
          : new Modes(node, split, explanation, p50Ms, p99Ms);
    }
  }

  /** Every suspect among the nodes of one workflow, its root too. */
  static List<Suspect> suspects(List<Run> runs, Thresholds thresholds) {
    return Sample.of(runs, MOST).entrySet().stream()
        .flatMap(it -> suspect(it.getKey(), it.getValue(), thresholds))
        .toList();
  }

  /** Of a node that is called from several places, the place with the largest gap. */
  private static Stream<Suspect> suspect(
      NodeKey node, List<Sample.Point> points, Thresholds thresholds) {
    Map<CallSite, List<Sample.Point>> bySite = new LinkedHashMap<>();
    for (Sample.Point point : points) {
      if (point.execution().error() == null) {
        bySite.computeIfAbsent(point.site(), unseen -> new ArrayList<>()).add(point);
      }
    }
    return bySite.values().stream()
        .flatMap(it -> suspectAt(node, it, thresholds))
        .max(Comparator.comparingDouble(it -> it.split().slowMs() - it.split().fastMs()))
        .stream();
  }

  private static Stream<Suspect> suspectAt(
      NodeKey node, List<Sample.Point> points, Thresholds thresholds) {
    double[] ms = points.stream().mapToDouble(Sample.Point::ms).toArray();
    Split split = ms.length < FEWEST ? null : Split.of(ms);
    boolean apart =
        split != null
            && split.slowMs() >= RATIO * split.fastMs()
            && thresholds.matters(split.slowMs() - split.fastMs(), split.fastMs());
    if (split == null || !apart) {
      return Stream.empty();
    }
    Arrays.sort(ms);
    return Stream.of(
        new Suspect(
            node,
            points.stream().map(Sample.Point::attributes).toList(),
            split,
            rank(ms, 0.5),
            rank(ms, 0.99)));
  }

  private static double rank(double[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  /** How far apart the groups are. */
  double gapMs() {
    return split.slowMs() - split.fastMs();
  }

  Facts evidence() {
    return Facts.none()
        .with("service", node.service())
        .with("attribute", explanation.attribute())
        .with("values", explanation.values())
        .with("fastMs", split.fastMs())
        .with("slowMs", split.slowMs())
        .with("slowExecutions", split.slow().cardinality())
        .with("slowWithValue", explanation.special())
        .with("usualWithValue", explanation.usual())
        .with("separation", explanation.separation())
        .with("p50Ms", p50Ms)
        .with("p99Ms", p99Ms)
        .with("pValue", explanation.pValue());
  }
}
