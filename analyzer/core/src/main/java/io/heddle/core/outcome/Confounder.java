package io.heddle.core.outcome;

import java.util.Locale;

/**
 * Something else that changed beside what was recommended, so that the difference between both
 * groups of runs is not the recommendation's alone.
 *
 * @param what one sentence without its full stop
 */
public record Confounder(Kind kind, String what) {
  /** What changed. */
  public enum Kind {
    /** How often runs take which way through the rest of the workflow. */
    PATHS,
    /** How much models are given to read. */
    INPUTS,
    /** How long other nodes take. */
    NODES,
    /** How often something fails. */
    FAILURES,
    /** Nothing; too few runs to see the promised saving in their noise. */
    NOISE;

    /** The value as outputs write it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
