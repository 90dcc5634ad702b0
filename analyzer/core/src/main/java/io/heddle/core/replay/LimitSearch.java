package io.heddle.core.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for a limit of parallelism below each place: never more than k at once in any run, and
 * whoever was ready and did not start waited until one of k ended. One alone is a limit where
 * recorded waits say that others were ready: else it is an order.
 */
final class LimitSearch {
  private static final int WITNESSES = 3;
  private static final double EXPLAINED = 0.8;

  private final List<Layout> layouts;
  private final List<KnownEdges> known;

  LimitSearch(List<Layout> layouts, List<KnownEdges> known) {
    this.layouts = layouts;
    this.known = known;
  }

  Beliefs refine(Beliefs beliefs) {
    Beliefs refined = beliefs;
    for (Map.Entry<Integer, List<Group>> level : levels().entrySet()) {
      List<Group> groups = level.getValue();
      int limit = groups.stream().mapToInt(Group::peak).max().orElse(0);
      if (limit >= 2 || (limit == 1 && isQueue(groups))) {
        long quick = 3 * medianPause(groups);
        Limits.Pool pool = pool(groups, limit, quick);
        Beliefs assumed = refined.with(refined.limits().with(level.getKey(), limit, pool));
        Served served = serve(groups, limit, quick, assumed);
        if (served.holds()) {
          Limits.Pool known = pool.with(served.line.learnt());
          refined = refined.with(refined.limits().with(level.getKey(), limit, known));
        }
      }
    }
    return refined;
  }

  /** A definition says what may run at once, and its engine that it did not: no lack of workers. */
  private static boolean isQueue(List<Group> groups) {
    return groups.stream().anyMatch(Group::hasQueue)
        && groups.stream().noneMatch(group -> group.known.isDefined());
  }

  private Map<Integer, List<Group>> levels() {
    Map<Integer, List<Group>> levels = new LinkedHashMap<>();
    for (int run = 0; run < layouts.size(); run++) {
      Layout layout = layouts.get(run);
      for (int[] members : layout.groups) {
        int place = layout.place[layout.parent[members[0]]];
        levels
            .computeIfAbsent(place, unseen -> new ArrayList<>())
            .add(new Group(layout, known.get(run), members));
      }
    }
    return levels;
  }

  private static Limits.Pool pool(List<Group> groups, int limit, long quick) {
    BitSet places = new BitSet();
    Map<Integer, Set<Integer>> triggers = new HashMap<>();
    for (Group group : groups) {
      group.collectFull(limit, places);
      group.collectTriggers(quick, triggers);
    }
    return new Limits.Pool(places, triggers, Map.of());
  }

  private static Served serve(List<Group> groups, int limit, long quick, Beliefs assumed) {
    Line line = new Line();
    int waited = 0;
    int served = 0;
    int to;
    for (int from = 0; from < groups.size(); from = to) {
      to = endOfRun(groups, from);
      List<Group> ofRun = groups.subList(from, to);
      Order order = ofRun.get(0).order(ofRun, assumed);
      for (Group group : ofRun) {
        Waits waits = group.waits(limit, quick, order);
        waited += waits.waited;
        served += waits.served;
        line.add(group.layout, group.members, order);
      }
    }
    return new Served(new Waits(waited, served), line);
  }

  private static int endOfRun(List<Group> groups, int from) {
    int to = from;
    while (to < groups.size() && groups.get(to).layout == groups.get(from).layout) {
      to++;
    }
    return to;
  }

  private static long medianPause(List<Group> groups) {
    long[] pauses = groups.stream().flatMapToLong(g -> Arrays.stream(g.pauses())).toArray();
    Arrays.sort(pauses);
    return Math.max(0, pauses[pauses.length / 2]);
  }

  /** How many waited longer than a gap lasts, and how many of these for a server. */
  private record Waits(int waited, int served) {}

  /** How servers explain all the waits at a place, and who was served first. */
  private record Served(Waits waits, Line line) {
    boolean holds() {
      return waits.served >= WITNESSES && waits.served >= EXPLAINED * waits.waited;
    }
  }

  /** The children of one parent in one run. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Group(Layout layout, KnownEdges known, int[] members) {
    /** How many were under way at once. */
    int peak() {
      return isSerial() ? 1 : mostUnderWay();
    }

    /** Whether each had ended when the next one started, as nearly always. */
    private boolean isSerial() {
      for (int i = 1; i < members.length; i++) {
        if (!layout.nearlyBefore(members[i - 1], members[i])) {
          return false;
        }
      }
      return true;
    }

    private int mostUnderWay() {
      LastEnds ends = new LastEnds(layout, layout::nearlyBefore);
      int peak = 0;
      for (int member : members) {
        ends.start(member);
        peak = Math.max(peak, ends.underWay());
      }
      return peak;
    }

    /** Whether one was ready, as its recorded wait tells, while another had not ended. */
    boolean hasQueue() {
      for (int i = 1; i < members.length; i++) {
        if (layout.wasReadyBefore(members[i - 1], members[i])) {
          return true;
        }
      }
      return false;
    }

    void collectFull(int limit, BitSet places) {
      LastEnds ends = new LastEnds(layout, layout::nearlyBefore);
      for (int member : members) {
        ends.start(member);
        if (ends.underWay() >= limit) {
          for (int i = 0; i < ends.underWay(); i++) {
            places.set(layout.place[ends.running(i)]);
          }
        }
      }
    }

    void collectTriggers(long quick, Map<Integer, Set<Integer>> triggers) {
      LastEnds ends = new LastEnds(layout, layout::nearlyBefore);
      for (int member : members) {
        ends.start(member);
        Set<Integer> always = triggers.get(layout.slot[member]);
        if (always == null) {
          triggers.put(layout.slot[member], ends.recent(member, noisy(quick)));
        } else if (!always.isEmpty()) {
          always.retainAll(ends.recent(member, noisy(quick)));
        }
      }
    }

    long[] pauses() {
      LastEnds ends = new LastEnds(layout);
      return Arrays.stream(members)
          .mapToLong(member -> {
            ends.start(member);
            return ends.pause(member);
          })
          .toArray();
    }

    /** What groups of this run wait for. */
    Order order(List<Group> groups, Beliefs assumed) {
      List<int[]> all = groups.stream().map(Group::members).toList();
      return Order.among(all, layout, known, assumed.time(layout, known));
    }

    Waits waits(int limit, long quick, Order order) {
      LastEnds ends = new LastEnds(layout, layout::aboutBefore);
      long pause = noisy(quick);
      int waited = 0;
      int served = 0;
      for (int member : members) {
        ends.start(member);
        if (layout.start[member] - order.recordedReady(member) > pause) {
          waited++;
          served += isServed(ends, member, limit, pause) ? 1 : 0;
        }
      }
      return new Waits(waited, served);
    }

    /** How long a pause may look: both stamps may be off. */
    private long noisy(long pause) {
      return pause + layout.stray();
    }

    /** Whether one of all servers was freed about then, and all were held until about then. */
    private static boolean isServed(LastEnds ends, int member, int limit, long pause) {
      int freed = ends.recent(member, pause).size();
      int others = ends.underWay() - 1;
      return freed > 0 && freed + others >= limit;
    }
  }
}
