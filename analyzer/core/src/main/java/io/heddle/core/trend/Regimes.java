package io.heddle.core.trend;

import java.util.Arrays;

/**
 * A series cut into regimes at sorted positions.
 *
 * @param cuts index of the first point of each regime but the first, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Regimes(double[] series, int[] cuts) {

  static Regimes whole(double[] series) {
    return new Regimes(series, new int[0]);
  }

  int count() {
    return cuts.length + 1;
  }

  int start(int regime) {
    return regime == 0 ? 0 : cuts[regime - 1];
  }

  int end(int regime) {
    return regime == cuts.length ? series.length : cuts[regime];
  }

  /** The regime between the cuts, copied. */
  double[] values(int regime) {
    return Arrays.copyOfRange(series, start(regime), end(regime));
  }

  Regimes with(int cut) {
    int[] more = Arrays.copyOf(cuts, cuts.length + 1);
    more[cuts.length] = cut;
    Arrays.sort(more);
    return new Regimes(series, more);
  }

  Regimes without(int position) {
    int[] fewer = new int[cuts.length - 1];
    System.arraycopy(cuts, 0, fewer, 0, position);
    System.arraycopy(cuts, position + 1, fewer, position, fewer.length - position);
    return new Regimes(series, fewer);
  }

  /** The change at a cut, by the regimes on its two sides. */
  ChangePoint change(int position) {
    Moments before = Moments.of(series, start(position), end(position));
    Moments after = Moments.of(series, start(position + 1), end(position + 1));
    return change(cuts[position], before, after);
  }

  /** The change that one more cut would make within its regime. */
  ChangePoint candidate(int cut) {
    int regime = regimeOf(cut);
    return change(
        cut, Moments.of(series, start(regime), cut), Moments.of(series, cut, end(regime)));
  }

  private int regimeOf(int index) {
    int found = Arrays.binarySearch(cuts, index);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private static ChangePoint change(int index, Moments before, Moments after) {
    return new ChangePoint(index, before.pValue(after), before.mean(), after.mean());
  }
}
