package io.heddle.core.replay;

import io.heddle.core.statistics.Leverage;
import io.heddle.core.statistics.NodeKey;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the nodes of some of the runs move. Not thread-safe; parts merge to the whole. */
final class LeverageSums {
  /** By number of the node. */
  private final List<LeverageSum> sums;

  private final LeastSlack least;

  LeverageSums(int nodes) {
    sums = Stream.generate(LeverageSum::new).limit(nodes).toList();
    least = new LeastSlack(nodes);
  }

  LeverageSum of(int node) {
    return sums.get(node);
  }

  /** Room for the slack of each node in the run at hand. */
  LeastSlack least() {
    return least;
  }

  void merge(LeverageSums other) {
    for (int node = 0; node < sums.size(); node++) {
      sums.get(node).merge(other.sums.get(node));
    }
  }

  /**
   * The mean of so many runs.
   *
   * @param nodes by number
   */
  SortedMap<NodeKey, Leverage> over(int runs, List<NodeKey> nodes) {
    SortedMap<NodeKey, Leverage> leverage = new TreeMap<>();
    for (int node = 0; node < sums.size(); node++) {
      if (sums.get(node).isKnown()) {
        leverage.put(nodes.get(node), sums.get(node).over(runs));
      }
    }
    return leverage;
  }
}
