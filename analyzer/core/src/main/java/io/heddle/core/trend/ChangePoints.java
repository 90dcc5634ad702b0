package io.heddle.core.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Finds where the level of a series changes: windows are split by energy divergence at a relaxed
 * significance, then the weakest splits are taken back until all that remain hold (Fleming et al.,
 * "Hunter: Using Change Point Detection to Hunt for Performance Regressions", arXiv 2301.03034; the
 * algorithm and the parameter names are those of Apache Otava). Deterministic; O(n x window
 * length).
 *
 * @param windowLength points looked at together, at least 2
 * @param maxPValue the largest p-value a change point may have
 * @param minMagnitude the relative change a change point must exceed
 */
public record ChangePoints(int windowLength, double maxPValue, double minMagnitude) {
  public static final ChangePoints DEFAULTS = new ChangePoints(50, 0.001, 0);

  public ChangePoints {
    if (windowLength < 2) {
      throw new IllegalArgumentException("window length must be at least 2, is " + windowLength);
    }
    if (!(maxPValue >= 0 && maxPValue <= 1)) {
      throw new IllegalArgumentException("max p-value must lie in 0 to 1, is " + maxPValue);
    }
  }

  /** The change points of a series, ascending. */
  public List<ChangePoint> of(double... series) {
    return merged(new Regimes(series, weak(series)));
  }

  private int[] weak(double[] series) {
    TreeSet<Integer> found = new TreeSet<>();
    int start = 0;
    while (start < series.length) {
      int end = Math.min(start + windowLength, series.length);
      int[] cuts = split(Arrays.copyOfRange(series, start, end));
      int last = cuts.length == 0 ? 0 : start + cuts[cuts.length - 1];
      for (int cut : cuts) {
        found.add(start + cut);
      }
      start = Math.max(last, start + windowLength / 2);
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private int[] split(double[] window) {
    Regimes regimes = Regimes.whole(window);
    while (true) {
      int cut = strongestCut(regimes);
      if (cut < 0 || regimes.candidate(cut).pValue() > relaxed()) {
        return regimes.cuts();
      }
      regimes = regimes.with(cut);
    }
  }

  private double relaxed() {
    return maxPValue < 0.05 ? maxPValue * 10 : maxPValue < 0.5 ? maxPValue * 2 : maxPValue;
  }

  private static int strongestCut(Regimes regimes) {
    EnergyDivergence best = new EnergyDivergence(-1, Double.NEGATIVE_INFINITY);
    for (int r = 0; r < regimes.count(); r++) {
      if (regimes.end(r) - regimes.start(r) > 1) {
        EnergyDivergence here =
            EnergyDivergence.strongest(regimes.series(), regimes.start(r), regimes.end(r));
        best = here.divergence() > best.divergence() ? here : best;
      }
    }
    return best.index();
  }

  /**
   * Takes the weakest points back, one at a time. As in Otava, only the two points behind a removed
   * one are judged anew; the one before keeps its verdict.
   */
  private List<ChangePoint> merged(Regimes regimes) {
    List<ChangePoint> points = points(regimes);
    int weakest = weakest(points);
    while (weakest >= 0) {
      regimes = regimes.without(weakest);
      points.remove(weakest);
      for (int i = weakest; i < Math.min(weakest + 2, points.size()); i++) {
        points.set(i, regimes.change(i));
      }
      weakest = weakest(points);
    }
    return List.copyOf(points);
  }

  private static List<ChangePoint> points(Regimes regimes) {
    return new ArrayList<>(
        IntStream.range(0, regimes.cuts().length).mapToObj(regimes::change).toList());
  }

  /** The first point that must go, or -1 when all may stay. */
  private int weakest(List<ChangePoint> points) {
    if (points.isEmpty()) {
      return -1;
    }
    ChangePoint unsure = first(points, Comparator.comparingDouble(p -> -p.pValue()));
    if (unsure.pValue() >= maxPValue) {
      return points.indexOf(unsure);
    }
    ChangePoint small = first(points, Comparator.comparingDouble(ChangePoint::magnitude));
    return small.magnitude() > minMagnitude ? -1 : points.indexOf(small);
  }

  private static ChangePoint first(List<ChangePoint> points, Comparator<ChangePoint> order) {
    return points.stream().min(order).orElseThrow();
  }
}
