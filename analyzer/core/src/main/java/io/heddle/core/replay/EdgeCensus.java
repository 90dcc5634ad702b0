package io.heddle.core.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts pairs of places in order, each once, by the best origin any run gives. */
final class EdgeCensus {
  private final Map<Pair, Origin> origins = new HashMap<>();
  private final Set<Pair> slots = new HashSet<>();
  private final Map<Pair, Pair> placesOfSlots = new HashMap<>();

  /** What was counted: pairs of slots, and what speaks for them. */
  private final Set<Seen> seen = new HashSet<>();

  private record Seen(int from, int to, @Nullable Origin origin, boolean explained) {}

  private record Pair(int from, int to) {
    Pair turned() {
      return new Pair(to, from);
    }
  }

  void add(Layout layout, KnownEdges known, int from, int to) {
    Origin origin = known.origin(from, to);
    if (!seen.add(new Seen(layout.slot[from], layout.slot[to], origin, known.explains(to)))) {
      return;
    }
    Pair places = new Pair(layout.place[from], layout.place[to]);
    if (origin == null) {
      Pair pair = new Pair(layout.slot[from], layout.slot[to]);
      slots.add(pair);
      placesOfSlots.put(pair, places);
      origin = known.explains(to) ? Origin.SERIAL : Origin.INFERRED;
    }
    origins.merge(places, origin, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  /** Pairs that only time orders, and now so, now the other way round, are serial. */
  EdgeCounts counts() {
    for (Pair pair : slots) {
      if (slots.contains(pair.turned())) {
        origins.replace(placesOfSlots.get(pair), Origin.INFERRED, Origin.SERIAL);
      }
    }
    return new EdgeCounts(
        count(Origin.RECORDED),
        count(Origin.DATA_FLOW),
        count(Origin.DEFINITION),
        count(Origin.INFERRED),
        count(Origin.SERIAL));
  }

  private int count(Origin origin) {
    return (int) origins.values().stream().filter(origin::equals).count();
  }
}
