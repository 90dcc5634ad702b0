package io.heddle.core.finding;

import org.jspecify.annotations.Nullable;

/**
 * A rate that goes from one level to another at once.
 *
 * @param index of the first run of the later level
 * @param before share of the runs before it that failed
 * @param after share of those from it on
 */
record RateStep(int index, double before, double after) {

  /**
   * The step that lies closest to the runs, by the sum of squares.
   *
   * @param failed 1 for each run that failed, else 0, in order
   * @return null when a straight line lies closer
   */
  static @Nullable RateStep ofCloserThanLine(double[] failed) {
    RateStep best = null;
    double all = sum(failed, failed.length);
    double explained = explainedByLine(failed) + demanded(all / failed.length, failed.length);
    double sum = sum(failed, Math.min(Series.SHORTEST, failed.length));
    for (int index = Series.SHORTEST; index <= failed.length - Series.SHORTEST; index++) {
      int rest = failed.length - index;
      double apart = (all - sum) / rest - sum / index;
      double explains = apart * apart * index * rest / failed.length;
      if (explains > explained) {
        explained = explains;
        best = new RateStep(index, sum / index, (all - sum) / rest);
      }
      sum += failed[index];
    }
    return best;
  }

  private static double sum(double[] of, int size) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += of[i];
    }
    return sum;
  }

  /**
   * A step can be put anywhere, and so lies closer to chance than a line does: Schwarz' criterion
   * asks so much more of it, in units of the sum of squares.
   */
  private static double demanded(double rate, int runs) {
    return rate * (1 - rate) * Math.log(runs);
  }

  /** By how much the best straight line lowers the sum of squares. */
  private static double explainedByLine(double[] failed) {
    double middle = (failed.length - 1) / 2.0;
    double together = 0;
    double places = 0;
    for (int i = 0; i < failed.length; i++) {
      together += (i - middle) * failed[i];
      places += (i - middle) * (i - middle);
    }
    return together * together / places;
  }
}
