package io.heddle.core.path;

/** How far a sibling may reach into the next one and still count as what was waited for. */
public enum Overlap {
  /** At most 1 % of the frame and at most 1 ms; what overlaps is cut off. */
  TOLERANT,
  /** Not at all. */
  STRICT
}
