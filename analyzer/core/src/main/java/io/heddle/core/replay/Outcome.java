package io.heddle.core.replay;

import java.util.Arrays;
import java.util.BitSet;

/** What became of every run of a replay. Immutable. */
public final class Outcome {
  private final Replay replay;
  private final double[] measured;
  private final double[] predicted;
  private final double[] delta;
  private final BitSet filling;

  /**
   * Of durations in ms, run by run.
   *
   * @param filling the runs in which a cache that the changes bring is filled
   */
  Outcome(Replay replay, double[] measured, double[] predicted, BitSet filling) {
    this.replay = replay;
    this.measured = measured;
    this.predicted = predicted;
    this.filling = filling;
    delta = new double[predicted.length];
    Arrays.setAll(delta, i -> predicted[i] - measured[i]);
  }

  /** Mean of predicted minus measured, in ms; negative is faster. */
  public double meanMs() {
    return Arrays.stream(delta).average().orElse(0);
  }

  /** How long the runs lasted. */
  public Spread baseline() {
    return Spread.of(measured);
  }

  /** How long the runs would last. */
  public Spread predicted() {
    return Spread.of(predicted);
  }

  /** The answer with its interval and percentiles. */
  public Prediction prediction() {
    return replay.prediction(baseline(), predicted(), meanMs(), Bootstrap.ofMean(delta, filling));
  }
}
