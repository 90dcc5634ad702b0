package io.heddle.core.replay;

import java.util.Set;

/** What all runs of a workflow together say about the order of its nodes. */
record Beliefs(Overlaps overlaps, Limits limits) {
  Beliefs with(Limits newLimits) {
    return new Beliefs(overlaps, newLimits);
  }

  /** The pairs of one run that their times put in order. */
  Order.Pairs time(Layout layout, KnownEdges known) {
    return new InTime(this, layout, known);
  }

  private record InTime(Beliefs beliefs, Layout layout, KnownEdges known) implements Order.Pairs {
    @Override
    public boolean holds(int first, int second) {
      return layout.holds[first]
          && !beliefs.overlaps.ever(layout.slot[first], layout.slot[second])
          && !onlyServed(first, second);
    }

    @Override
    public boolean alike(int one, int other) {
      return layout.slot[one] == layout.slot[other] && layout.holds[one] == layout.holds[other];
    }

    /** Whether the second may have waited for a server rather than for the first. */
    private boolean onlyServed(int first, int second) {
      Limits.Pool pool = beliefs.limits.pool(layout.place[layout.parent[first]]);
      return pool != null
          && pool.holds(layout.place[first])
          && pool.holds(layout.place[second])
          && (known.explains(second)
              || !pool.triggers()
                  .getOrDefault(layout.slot[second], Set.of())
                  .contains(layout.slot[first]));
    }
  }
}
