package io.heddle.core.replay;

import java.util.Locale;

/**
 * Something that a replay keeps as it was, although the changes might move it.
 *
 * @param node whose executions they are
 * @param executions how many, in the runs that were replayed
 */
public record Caveat(Kind kind, String node, int executions) {
  /** What is kept. */
  public enum Kind {
    /** Changed executions that failed, timed out or were cancelled: that, and what came of it. */
    FAILURE,
    /** A wait for a person or a point in time, which does not come earlier for who asks earlier. */
    APPOINTMENT,
    /** A recorded wait for workers that no limit within a run explains: other runs held them. */
    QUEUE,
    /** Changed executions that ended together with another node: one may have ended the other. */
    TOGETHER,
    /** Executions that began while a changed node went on, and ended when it had ended. */
    STREAM;

    /** The value as outputs write it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
