package io.heddle.recorder.settings;

import io.heddle.recorder.export.TraceContext;

/**
 * Which runs are sent, as the user wants it. A run is chosen by its trace id, so that everybody who
 * asks chooses the same ones, and its spans say how many runs each stands for.
 *
 * @param threshold runs whose trace id ends in 56 bits below this are left out
 * @param raisesFailed whether a failed run is sent all the same
 * @param raisesSlow whether an unusually slow run is sent all the same
 * @param bufferBytes what spans of runs that are not decided may take, about
 * @see <a href="https://opentelemetry.io/docs/specs/otel/trace/tracestate-probability-sampling/">
 *     TraceState: Probability Sampling</a>
 */
public record Sampling(long threshold, boolean raisesFailed, boolean raisesSlow, long bufferBytes) {
  private static final int BITS = 56;
  private static final long NEVER = 1L << BITS;
  private static final int SAMPLED = 1;
  private static final String PREFIX = "ot=th:";

  /** Of a run that is sent whatever its trace id. */
  private static final String CERTAIN = PREFIX + "0";

  /** The threshold that a part of {@code ratio} of all runs is above. */
  static long threshold(double ratio) {
    return NEVER - Math.round(ratio * NEVER);
  }

  /** Whether it takes the end of a run to know its fate. */
  public boolean raises() {
    return threshold > 0 && (raisesFailed || raisesSlow);
  }

  /** The same trace with the decision that its id makes. */
  public TraceContext head(TraceContext drawn) {
    if (threshold == 0) {
      return drawn;
    }
    boolean chosen = (drawn.low() & (NEVER - 1)) >= threshold;
    return chosen ? with(drawn, SAMPLED, PREFIX + hex()) : with(drawn, 0, "");
  }

  /** The same trace, sent with certainty. */
  public static TraceContext raised(TraceContext head) {
    return with(head, SAMPLED, CERTAIN);
  }

  private static TraceContext with(TraceContext trace, int sampled, String state) {
    byte flags = (byte) ((trace.flags() & ~SAMPLED) | sampled);
    return new TraceContext(trace.high(), trace.low(), flags, state);
  }

  /** Fourteen digits without the zeros at the end. */
  private String hex() {
    return Long.toHexString(NEVER | threshold).substring(1).replaceFirst("0+$", "");
  }
}
