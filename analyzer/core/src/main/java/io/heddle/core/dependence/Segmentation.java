package io.heddle.core.dependence;

import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.commons.statistics.ranking.NaturalRanking;

/** Cuts a series where the mean rank changes most, then each side again. Not thread-safe. */
final class Segmentation {
  /** Element k: the sum of the first k ranks. */
  private final double[] sums;

  private final int shortest;

  /** A cut and by how much it lessens the sum of squares. */
  private record Cut(int index, double gain) {}

  Segmentation(double[] values, int shortest) {
    this.shortest = shortest;
    double[] ranks = new NaturalRanking().apply(values);
    sums = new double[values.length + 1];
    for (int i = 0; i < ranks.length; i++) {
      sums[i + 1] = sums[i] + ranks[i];
    }
  }

  /** The ends of the parts, ascending, after at most so many cuts. */
  NavigableSet<Integer> ends(int mostCuts) {
    NavigableSet<Integer> ends = new TreeSet<>();
    ends.add(sums.length - 1);
    for (int i = 0; i < mostCuts; i++) {
      Cut best = best(ends);
      if (best.gain > 0) {
        ends.add(best.index);
      }
    }
    return ends;
  }

  private Cut best(NavigableSet<Integer> ends) {
    Cut best = new Cut(0, 0);
    int from = 0;
    for (int to : ends) {
      for (int cut = from + shortest; cut <= to - shortest; cut++) {
        double gain = gain(from, cut, to);
        best = gain > best.gain ? new Cut(cut, gain) : best;
      }
      from = to;
    }
    return best;
  }

  private double gain(int from, int cut, int to) {
    double left = cut - from;
    double right = to - cut;
    double apart = (sums[cut] - sums[from]) / left - (sums[to] - sums[cut]) / right;
    return apart * apart * left * right / (left + right);
  }
}
