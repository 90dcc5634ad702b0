package io.heddle.core.replay;

import io.heddle.runs.Run;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far the stamps of a workflow's runs stray, told by what starts whenever something else ends:
 * how long the two seem to overlap is the clocks' doing. Where a node starts more regularly after
 * the end of another than after its start, it follows that end.
 */
final class ClockNoise {
  private static final int MOST_RUNS = 400;
  private static final int MOST_SIBLINGS = 256;
  private static final int NEAREST = 4;
  private static final double MOSTLY = 0.8;
  private static final int AS_REGULAR = 2;
  private static final int TOLERANCES = 20;

  private final Map<Integer, Map<Integer, Lags>> byFollower = new HashMap<>();
  private final Map<Integer, Integer> occurrences = new HashMap<>();

  private ClockNoise() {}

  /** The runs, read with their clocks in mind. */
  static List<Layout> read(List<Run> runs, Places places) {
    List<Layout> plain = runs.stream().map(run -> new Layout(run, places)).toList();
    long noise = of(plain);
    return plain.stream().map(layout -> layout.with(noise)).toList();
  }

  /** How long an overlap noise explains, in ns; 0 where nothing tells. */
  static long of(List<Layout> layouts) {
    ClockNoise noise = new ClockNoise();
    int step = 1 + layouts.size() / MOST_RUNS;
    for (int run = 0; run < layouts.size(); run += step) {
      Layout layout = layouts.get(run);
      layout.groups.forEach(members -> noise.collect(layout, members));
    }
    return Math.min(noise.explained(), TOLERANCES * medianTolerance(layouts));
  }

  private static long medianTolerance(List<Layout> layouts) {
    long[] tolerances = layouts.stream().mapToLong(layout -> layout.tolerance).sorted().toArray();
    return tolerances[tolerances.length / 2];
  }

  private void collect(Layout layout, int[] members) {
    int count = Math.min(members.length, MOST_SIBLINGS);
    int[] byEnd =
        Arrays.stream(members, 0, count)
            .boxed()
            .sorted(Comparator.comparingLong(i -> layout.end[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int rank = 0; rank < count; rank++) {
      collect(layout, byEnd, members[rank]);
    }
  }

  /** Those whose end is nearest to the start of the follower. */
  private void collect(Layout layout, int[] byEnd, int follower) {
    occurrences.merge(layout.slot[follower], 1, Integer::sum);
    int later = firstEndingAfter(layout, byEnd, layout.start[follower]);
    int earlier = later - 1;
    for (int found = 0; found < NEAREST && (earlier >= 0 || later < byEnd.length); found++) {
      boolean goOn =
          earlier < 0
              || (later < byEnd.length
                  && layout.end[byEnd[later]] - layout.start[follower]
                      < layout.start[follower] - layout.end[byEnd[earlier]]);
      int near = goOn ? byEnd[later++] : byEnd[earlier--];
      if (layout.rank[near] < layout.rank[follower]) {
        byFollower
            .computeIfAbsent(layout.slot[follower], unseen -> new HashMap<>())
            .computeIfAbsent(layout.slot[near], unseen -> new Lags())
            .add(layout.start[follower] - layout.start[near], layout.duration(near));
      }
    }
  }

  private static int firstEndingAfter(Layout layout, int[] byEnd, long instant) {
    int from = 0;
    int to = byEnd.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (layout.end[byEnd[middle]] <= instant) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /**
   * The clocks are the same for all: who starts far less regularly than others has other reasons.
   */
  private long explained() {
    List<Lags> followed =
        byFollower.entrySet().stream()
            .flatMap(entry -> mostRegular(entry.getValue(), enough(entry.getKey())).stream())
            .toList();
    long least = followed.stream().mapToLong(Lags::spread).min().orElse(0);
    return followed.stream()
        .filter(lags -> lags.spread() <= AS_REGULAR * least)
        .mapToLong(Lags::explained)
        .max()
        .orElse(0);
  }

  private int enough(int follower) {
    return (int) Math.ceil(MOSTLY * occurrences.getOrDefault(follower, 0));
  }

  /** Of all that a node may follow, what it starts after most regularly. */
  private static Optional<Lags> mostRegular(Map<Integer, Lags> followed, int enough) {
    return followed.values().stream()
        .filter(lags -> lags.size() >= enough && lags.follow())
        .min(Comparator.comparingLong(Lags::spread).thenComparingLong(Lags::explained));
  }
}
