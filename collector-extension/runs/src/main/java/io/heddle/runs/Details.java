package io.heddle.runs;

import org.jspecify.annotations.Nullable;

/**
 * What was recorded of an execution beyond its times; those of which nothing was recorded share
 * {@link #NONE}.
 *
 * @param waitNs queued before the start; -1 when nobody recorded it
 * @param predecessors indices of the recorded predecessors; empty when none was recorded
 * @param evidence what the node touched; all fields absent when nobody looked
 * @param usage tokens and price; null when the span carries no usage
 */
@SuppressWarnings("ArrayRecordComponent") // a list would cost an object per edge
public record Details(long waitNs, int[] predecessors, Evidence evidence, @Nullable Usage usage) {
  /** No details. */
  public static final Details NONE = new Details(-1, new int[0], Evidence.NONE, null);

  /** Nothing but what many may say. */
  static Details of(Evidence evidence) {
    return new Details(-1, NONE.predecessors(), evidence, null);
  }

  Details withPredecessors(int[] newPredecessors) {
    return new Details(waitNs, newPredecessors, evidence, usage);
  }
}
