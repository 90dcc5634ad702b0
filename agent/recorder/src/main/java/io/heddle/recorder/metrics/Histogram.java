package io.heddle.recorder.metrics;

import io.heddle.recorder.jvm.CompiledApart;
import java.util.concurrent.TimeUnit;

/**
 * How often durations of which length occurred, in OpenTelemetry's exponential histogram of
 * seconds: each bucket is 2^(2^-scale) times as wide as the one below. It begins at scale 20 and
 * halves its resolution whenever the durations no longer fit into 160 buckets. Count, sum, least
 * and greatest are exact. One thread.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/metrics/data-model/">Metrics Data
 *     Model</a>
 */
public final class Histogram {
  static final int MAX_BUCKETS = 160;
  private static final int MAX_SCALE = 20;
  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final double LOG2_E = 1 / Math.log(2);
  private static final long MANTISSA = (1L << 52) - 1;

  /** Bucket i is at i modulo the length: as many in a row fit, wherever they are. */
  private long[] buckets = {};

  private int scale;
  private double bucketsPerE;
  private int lowest;
  private int highest;
  private long zeros;
  private long count;
  private long sumNs;
  private long minNs;
  private long maxNs;

  public Histogram() {
    reset();
  }

  /** Forgets everything. */
  public void reset() {
    buckets = new long[0];
    scaleTo(MAX_SCALE);
    zeros = 0;
    count = 0;
    sumNs = 0;
    minNs = Long.MAX_VALUE;
    maxNs = 0;
  }

  private void scaleTo(int newScale) {
    scale = newScale;
    bucketsPerE = Math.scalb(LOG2_E, newScale);
  }

  /** Adds one duration; a negative one, of a clock that ran backwards, counts as 0. */
  public void add(long durationNs) {
    long ns = Math.max(0, durationNs);
    count++;
    sumNs += ns;
    minNs = Math.min(minNs, ns);
    maxNs = Math.max(maxNs, ns);
    if (ns == 0) {
      zeros++;
    } else {
      bucket(ns / NANOS);
    }
  }

  private void bucket(double seconds) {
    int index = index(seconds);
    if (buckets.length == 0) {
      buckets = new long[MAX_BUCKETS];
      lowest = index;
      highest = index;
    } else if (index < lowest || index > highest) {
      index >>= widen(Math.min(lowest, index), Math.max(highest, index));
    }
    buckets[Math.floorMod(index, MAX_BUCKETS)]++;
  }

  /** Upper bounds belong to their bucket; those that are powers of two are met exactly. */
  private int index(double seconds) {
    if ((Double.doubleToRawLongBits(seconds) & MANTISSA) == 0) {
      return (Math.getExponent(seconds) << scale) - 1;
    }
    return (int) Math.ceil(Math.log(seconds) * bucketsPerE) - 1;
  }

  /**
   * Makes room from {@code from} to {@code to}. From 1 ns to the longest time there is are 63
   * powers of two, so the scale never sinks below 1.
   *
   * @return by how much the scale has sunk
   */
  @CompiledApart
  private int widen(int from, int to) {
    int steps = 0;
    while ((to >> steps) - (from >> steps) >= MAX_BUCKETS) {
      steps++;
    }
    if (steps > 0) {
      coarsen(steps);
    }
    lowest = from >> steps;
    highest = to >> steps;
    return steps;
  }

  private void coarsen(int steps) {
    long[] coarse = new long[MAX_BUCKETS];
    for (int i = lowest; i <= highest; i++) {
      coarse[Math.floorMod(i >> steps, MAX_BUCKETS)] += bucketCount(i);
    }
    buckets = coarse;
    scaleTo(scale - steps);
  }

  /** How many are in the bucket of that duration, or above it. */
  public long countFrom(long durationNs) {
    if (durationNs <= 0 || buckets.length == 0) {
      return count;
    }
    long found = 0;
    for (int i = Math.max(lowest, index(durationNs / NANOS)); i <= highest; i++) {
      found += bucketCount(i);
    }
    return found;
  }

  /** How many are in the bucket of that index, one of those in use. */
  public long bucketCount(int index) {
    return buckets[Math.floorMod(index, MAX_BUCKETS)];
  }

  /** Index of the lowest bucket in use; meaningless while {@link #bucketsInUse} is 0. */
  public int lowest() {
    return lowest;
  }

  /** How many buckets there are from the lowest with a duration to the highest. */
  public int bucketsInUse() {
    return buckets.length == 0 ? 0 : highest - lowest + 1;
  }

  public int scale() {
    return scale;
  }

  /** Durations of 0. */
  public long zeros() {
    return zeros;
  }

  /** How many durations there are. */
  public long count() {
    return count;
  }

  public double sumSeconds() {
    return sumNs / NANOS;
  }

  public double minSeconds() {
    return minNs / NANOS;
  }

  public double maxSeconds() {
    return maxNs / NANOS;
  }
}
