package io.heddle.core.advice;

import java.util.List;

/**
 * Looks for one kind of thing to improve. Rules are found by {@link java.util.ServiceLoader}, so a
 * jar on the class path can add its own. Stateless: several threads may ask at once.
 */
public interface Rule {
  /** The id that recommendations carry. */
  String id();

  /** Higher is asked earlier; where two rules gain the same, the higher one comes first. */
  int priority();

  /** What to improve; nothing when there is nothing. */
  List<Proposal> examine(Subject subject);
}
