package io.heddle.core.replay;

import java.util.Set;

/** What all runs of a workflow together say about the order of its nodes. */
record Beliefs(Overlaps overlaps, Limits limits) {
  Beliefs with(Limits newLimits) {
    return new Beliefs(overlaps, newLimits);
  }

  /** The pairs of one run that their times put in order. */
  Order.Pairs time(Layout layout, KnownEdges known) {
    return (first, second) ->
        layout.holds[first]
            && !overlaps.ever(layout.slot[first], layout.slot[second])
            && !onlyServed(layout, known, first, second);
  }

  /** Whether the second may have waited for a server rather than for the first. */
  private boolean onlyServed(Layout layout, KnownEdges known, int first, int second) {
    Limits.Pool pool = limits.pool(layout.place[layout.parent[first]]);
    return pool != null
        && pool.holds(layout.place[first])
        && pool.holds(layout.place[second])
        && (known.explains(second)
            || !pool.triggers()
                .getOrDefault(layout.slot[second], Set.of())
                .contains(layout.slot[first]));
  }
}
