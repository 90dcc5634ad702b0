package io.heddle.core.replay;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * The timetable of one run: when an execution starts follows from what it waits for, how long it
 * lasts follows from its children. With nothing changed it gives the recorded run to the
 * nanosecond. O(V + E), and a factor log V where the number of servers is limited.
 */
final class Schedule {
  private final Layout layout;
  private final Order order;
  private final Limits limits;
  private final long[] gap;

  Schedule(Layout layout, Order order, Limits limits) {
    this.layout = layout;
    this.order = order;
    this.limits = limits;
    gap = new long[layout.size];
    layout.groups.forEach(new Recorded()::walk);
  }

  /** How long the run lasts, in ns: as long as it did unless something changes. */
  long replay(Effects effects) {
    return changed(effects) ? run(effects) : layout.duration(0);
  }

  private boolean changed(Effects effects) {
    if (effects.isEmpty()) {
      return false;
    }
    for (int i = 0; i < layout.size; i++) {
      if (effects.mean(i)
          && (effects.duration(i, layout.duration(i)) != layout.duration(i)
              || effects.gap(i, gap[i]) != gap[i]
              || !effects.needsServer(i))) {
        return true;
      }
    }
    return false;
  }

  /** The timetable worked out anew. */
  long run(Effects effects) {
    Replayed replayed = new Replayed(effects);
    for (int i = layout.groups.size() - 1; i >= 0; i--) {
      replayed.over(layout.groups.get(i));
    }
    return replayed.ofRun();
  }

  /** By how much each execution may grow before the run does, in ns; limits do not count. */
  long[] slack() {
    long[] slack = new long[layout.size];
    for (int[] members : layout.groups) {
      long[] latest = latestEnds(members);
      long above = slack[layout.parent[members[0]]];
      for (int member : members) {
        long own = latest[layout.rank[member]];
        boolean bounded = own != Long.MAX_VALUE && above != Long.MAX_VALUE;
        slack[member] = bounded ? own - layout.end[member] + above : Long.MAX_VALUE;
      }
    }
    return slack;
  }

  private long[] latestEnds(int[] members) {
    long[] latest = new long[members.length];
    long last = lastOf(members, layout.end);
    Arrays.setAll(latest, i -> layout.holds[members[i]] ? last : Long.MAX_VALUE);
    for (int i = members.length - 1; i >= 0; i--) {
      int member = members[i];
      if (latest[i] == Long.MAX_VALUE) {
        continue;
      }
      long bound = latest[i] - layout.duration(member) - gap[member];
      for (int before : order.before(member)) {
        int rank = layout.rank[before];
        latest[rank] = Math.min(latest[rank], bound);
      }
    }
    return latest;
  }

  /** The end of the last execution its parent waits for; {@code Long.MIN_VALUE} for none. */
  private long lastOf(int[] members, long[] end) {
    long last = Long.MIN_VALUE;
    for (int member : members) {
      last = layout.holds[member] ? Math.max(last, end[member]) : last;
    }
    return last;
  }

  /**
   * One pass over the children of one parent, in an order in which nobody waits for a later one.
   */
  private abstract class Pass {
    /** When everything the execution waits for has ended. */
    abstract long ready(int member);

    boolean needsServer(int member) {
      return true;
    }

    /** Starts the execution at the instant given, before its gap; answers its end. */
    abstract long run(int member, long from);

    final void walk(int[] members) {
      int place = layout.place[layout.parent[members[0]]];
      Limits.Pool pool = limits.pool(place);
      if (pool != null) {
        serve(members, limits.of(place), pool);
        return;
      }
      for (int member : members) {
        run(member, ready(member));
      }
    }

    /** First come, first served; who comes at the same instant stands in line. */
    private void serve(int[] members, int servers, Limits.Pool pool) {
      PriorityQueue<Long> free = new PriorityQueue<>();
      PriorityQueue<Ready> queue = new PriorityQueue<>();
      Successors successors = new Successors(layout, order, members);
      for (int first : successors.free()) {
        queue.add(inLine(first, pool));
      }
      while (!queue.isEmpty()) {
        Ready next = queue.remove();
        int member = members[next.rank];
        if (needsServer(member)) {
          long from = free.size() < servers ? next.at : Math.max(next.at, free.remove());
          free.add(run(member, from));
        } else {
          run(member, next.at);
        }
        for (int freed : successors.after(member)) {
          queue.add(inLine(freed, pool));
        }
      }
    }

    private Ready inLine(int member, Limits.Pool pool) {
      return new Ready(ready(member), pool.turn(layout.slot[member]), layout.rank[member]);
    }
  }

  /** Reads the gaps off the recorded times. */
  private final class Recorded extends Pass {
    @Override
    long ready(int member) {
      return order.recordedReady(member);
    }

    @Override
    long run(int member, long from) {
      gap[member] = layout.start[member] - from;
      return layout.end[member];
    }
  }

  /** Runs with changed durations, from the parent's start at 0. */
  private final class Replayed extends Pass {
    private final long[] duration = new long[layout.size];
    private final long[] end = new long[layout.size];
    private final Effects effects;

    Replayed(Effects effects) {
      this.effects = effects;
      for (int i = 0; i < duration.length; i++) {
        duration[i] = layout.duration(i);
      }
    }

    /** Children of one parent, after those of each of them. */
    void over(int[] members) {
      for (int member : members) {
        duration[member] = effects.duration(member, duration[member]);
      }
      walk(members);
      int parent = layout.parent[members[0]];
      duration[parent] = whole(members, parent);
    }

    long ofRun() {
      return effects.duration(0, duration[0]);
    }

    @Override
    long ready(int member) {
      int[] before = order.before(member);
      long ready = before.length == 0 ? 0 : Long.MIN_VALUE;
      for (int predecessor : before) {
        ready = Math.max(ready, end[predecessor]);
      }
      return ready;
    }

    @Override
    boolean needsServer(int member) {
      return effects.needsServer(member);
    }

    @Override
    long run(int member, long from) {
      end[member] = from + effects.gap(member, gap[member]) + duration[member];
      return end[member];
    }

    /** The parent's duration, whose own part after the last child stays as it was. */
    private long whole(int[] members, int parent) {
      long last = lastOf(members, end);
      if (last == Long.MIN_VALUE) {
        return duration[parent];
      }
      return Math.max(0, last + layout.end[parent] - lastOf(members, layout.end));
    }
  }

  /** Who waits for a server, the first first; who has no place in the line by recorded start. */
  private record Ready(long at, double turn, int rank) implements Comparable<Ready> {
    @Override
    public int compareTo(Ready other) {
      if (at != other.at) {
        return Long.compare(at, other.at);
      }
      return turn == other.turn
          ? Integer.compare(rank, other.rank)
          : Double.compare(turn, other.turn);
    }
  }
}
