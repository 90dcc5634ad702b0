package io.heddle.core.replay;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all runs of a workflow together say about the order of its nodes.
 *
 * @param overlaps what ran at once
 * @param queues the same with what waited for a worker, which tells nothing unless workers are few:
 *     else somebody counts as a wait what the node could not have done without
 */
record Beliefs(Overlaps overlaps, Overlaps queues, Limits limits) {
  /** Without a limit anywhere. */
  static Beliefs of(List<Layout> layouts) {
    Overlaps overlaps = Overlaps.ofTimes(layouts);
    boolean recorded = layouts.stream().anyMatch(Layout::hasWaits);
    return new Beliefs(overlaps, recorded ? Overlaps.ofQueues(layouts) : overlaps, Limits.NONE);
  }

  Beliefs with(Limits newLimits) {
    return new Beliefs(overlaps, queues, newLimits);
  }

  /** The pairs of one run that their times put in order. */
  Order.Pairs time(Layout layout, KnownEdges known) {
    return new InTime(this, layout, known);
  }

  private record InTime(Beliefs beliefs, Layout layout, KnownEdges known) implements Order.Pairs {
    @Override
    public boolean holds(int first, int second) {
      return layout.holds[first]
          && !known.isRetry(second)
          && !beliefs.overlaps.ever(layout.slot[first], layout.slot[second])
          && !onlyQueued(first, second)
          && !onlyServed(first, second);
    }

    /** Whether the second was ready in some run before the first had ended. */
    private boolean onlyQueued(int first, int second) {
      return pool(first) != null && beliefs.queues.ever(layout.slot[first], layout.slot[second]);
    }

    private Limits.@Nullable Pool pool(int execution) {
      return beliefs.limits.pool(layout.place[layout.parent[execution]]);
    }

    @Override
    public boolean alike(int one, int other) {
      return layout.slot[one] == layout.slot[other] && layout.holds[one] == layout.holds[other];
    }

    /** Whether the second may have waited for a server rather than for the first. */
    private boolean onlyServed(int first, int second) {
      Limits.Pool pool = pool(first);
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
