package io.heddle.core.replay;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many children of one parent run at once at most, where such a limit showed. Immutable. */
final class Limits {
  static final Limits NONE = new Limits(Map.of(), Map.of());

  private final Map<Integer, Integer> servers;
  private final Map<Integer, Pool> pools;

  private Limits(Map<Integer, Integer> servers, Map<Integer, Pool> pools) {
    this.servers = servers;
    this.pools = pools;
  }

  /**
   * The executions that compete for servers.
   *
   * @param places seen to hold a server while all were held
   * @param triggers for each slot, the slots that ended just before it started in every run
   * @param line by slot, who is served first of those that are ready at one instant: the lowest
   */
  record Pool(BitSet places, Map<Integer, Set<Integer>> triggers, Map<Integer, Double> line) {
    boolean holds(int place) {
      return places.get(place);
    }

    /** The place in the line; the same for all where nothing is known. */
    double turn(int slot) {
      return line.getOrDefault(slot, 0.0);
    }

    Pool with(Map<Integer, Double> learnt) {
      return new Pool(places, triggers, learnt);
    }
  }

  /** The limit below a place; 0 for none. */
  int of(int place) {
    return servers.getOrDefault(place, 0);
  }

  @Nullable Pool pool(int place) {
    return pools.get(place);
  }

  /** The lowest limit of the workflow; null for none. */
  @Nullable Integer lowest() {
    return servers.values().stream().min(Integer::compare).orElse(null);
  }

  Limits with(int place, int limit, Pool pool) {
    Map<Integer, Integer> moreServers = new HashMap<>(servers);
    Map<Integer, Pool> morePools = new HashMap<>(pools);
    moreServers.put(place, limit);
    morePools.put(place, pool);
    return new Limits(moreServers, morePools);
  }
}
