package io.heddle.recorder;

/** How long the executions of one node take of late. The drain alone writes. */
final class RecentTime {
  /** An execution weighs an eighth of the mean. */
  private static final int WEIGHT = 8;

  private long meanNs;

  /** Plain: a late view measures once too often or too rarely. */
  private int worthMeasuring = Costs.NONE;

  /** An execution took that long. Drain thread only. */
  void took(long ns) {
    meanNs = meanNs == 0 ? ns : meanNs + (ns - meanNs) / WEIGHT;
    int worth = Costs.worth(meanNs);
    if (worthMeasuring != worth) {
      worthMeasuring = worth;
    }
  }

  /** What is measured of each execution; see {@link Costs#worth}. */
  int worthMeasuring() {
    return worthMeasuring;
  }
}
