package io.heddle.runs;

import io.heddle.otlp.SpanCopier;
import io.heddle.otlp.Spans;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes runs of spans that come table by table, in any order and without an end, in bounded memory.
 * A run closes when its root has come and it has been quiet, or at a limit of age or size. Time is
 * whatever the caller says it is. Not thread-safe.
 */
public final class RunStream {
  private static final int REMEMBERED = 1 << 18;

  private final Limits limits;
  private final Consumer<RunAssembler.Result> closed;
  private final RunAssembler assembler = new RunAssembler();
  private final ClosedIds closedTraces = new ClosedIds(REMEMBERED);
  private final ClosedIds closedRuns = new ClosedIds(REMEMBERED);
  private long[] firstSeen = new long[0];
  private long[] lastSeen = new long[0];
  private Spans open = new Spans();
  private int waiting;
  private long late;
  private long cut;
  private long continued;

  /**
   * When a run is taken as it is.
   *
   * @param quietNs how long nothing of it has come, its root having come
   * @param ageNs how long ago its first span came
   * @param spans how many spans may wait; beyond, complete runs close first, then those that have
   *     been quiet longest
   */
  public record Limits(long quietNs, long ageNs, int spans) {
    /**
     * Closes only for want of room: for files, where time says nothing of what is still to come.
     */
    public static Limits ofSize(int spans) {
      return new Limits(Long.MAX_VALUE, Long.MAX_VALUE, spans);
    }
  }

  /** A stream that hands closed runs on. */
  public RunStream(Limits limits, Consumer<RunAssembler.Result> closed) {
    this.limits = limits;
    this.closed = closed;
  }

  /**
   * Takes a table that begins with the spans that waited, closes what can be closed, and returns a
   * table with the spans that wait now, for {@link io.heddle.otlp.TraceReader#continuing}.
   *
   * @param nowNs the time at which the new spans came
   */
  public Spans add(Spans table, long nowNs) {
    BitSet onTime = onTime(table);
    if (onTime.cardinality() < table.size()) {
      late += table.size() - onTime.cardinality();
      table.retain(onTime);
    }
    OpenGroups groups = new OpenGroups(table);
    see(table, groups, nowNs);
    return close(table, groups, due(table, groups, nowNs));
  }

  /** Closes everything. */
  public void finish() {
    Spans rest = open;
    close(rest, new OpenGroups(rest), all(rest.size()));
  }

  /** Spans left out because their trace had been closed. */
  public long late() {
    return late;
  }

  /** Runs that were closed for age or want of room although a span was missing. */
  public long cut() {
    return cut;
  }

  /** Runs that are a later piece of one that had been closed. */
  public long continued() {
    return continued;
  }

  private BitSet onTime(Spans table) {
    BitSet kept = all(table.size());
    for (int span = waiting; span < table.size(); span++) {
      kept.set(span, !closedTraces.contains(ClosedIds.ofTrace(table, span)));
    }
    return kept;
  }

  private void see(Spans table, OpenGroups groups, long nowNs) {
    firstSeen = Arrays.copyOf(firstSeen, table.size());
    lastSeen = Arrays.copyOf(lastSeen, table.size());
    for (int span = 0; span < table.size(); span++) {
      if (span >= waiting) {
        firstSeen[span] = nowNs;
        lastSeen[span] = nowNs;
      }
      int leader = groups.leader(span);
      firstSeen[leader] = Math.min(firstSeen[leader], firstSeen[span]);
      lastSeen[leader] = Math.max(lastSeen[leader], lastSeen[span]);
    }
  }

  /** The spans of the groups that close now. */
  private BitSet due(Spans table, OpenGroups groups, long nowNs) {
    BitSet leaders = new BitSet();
    for (int span = 0; span < table.size(); span++) {
      if (groups.leader(span) == span && isDue(groups, span, nowNs)) {
        leaders.set(span);
      }
    }
    BitSet due = members(table, groups, leaders);
    if (table.size() - due.cardinality() > limits.spans()) {
      due.or(members(table, groups, crowdedOut(table, groups, leaders)));
    }
    return due;
  }

  private boolean isDue(OpenGroups groups, int leader, long nowNs) {
    boolean quiet = groups.isRooted(leader) && nowNs - lastSeen[leader] >= limits.quietNs();
    boolean old = nowNs - firstSeen[leader] >= limits.ageNs();
    if (old && !groups.isComplete(leader)) {
      cut++;
    }
    return quiet || old;
  }

  /** Groups that go, so that half of the room is free again. */
  private BitSet crowdedOut(Spans table, OpenGroups groups, BitSet already) {
    int[] sizes = new int[table.size()];
    List<Integer> leaders = new ArrayList<>();
    int left = 0;
    for (int span = 0; span < table.size(); span++) {
      int leader = groups.leader(span);
      if (!already.get(leader)) {
        left++;
        if (sizes[leader]++ == 0) {
          leaders.add(leader);
        }
      }
    }
    leaders.sort(
        Comparator.<Integer, Boolean>comparing(leader -> !groups.isComplete(leader))
            .thenComparingLong(leader -> lastSeen[leader])
            .thenComparing(Comparator.naturalOrder()));
    BitSet out = new BitSet();
    for (int leader : leaders) {
      if (left <= limits.spans() / 2) {
        return out;
      }
      out.set(leader);
      left -= sizes[leader];
      cut += groups.isComplete(leader) ? 0 : 1;
    }
    return out;
  }

  private static BitSet members(Spans table, OpenGroups groups, BitSet leaders) {
    BitSet members = new BitSet();
    for (int span = 0; span < table.size(); span++) {
      members.set(span, leaders.get(groups.leader(span)));
    }
    return members;
  }

  private Spans close(Spans table, OpenGroups groups, BitSet due) {
    Spans rest = rest(table, groups, due);
    remember(table, groups, due);
    if (!due.isEmpty()) {
      table.retain(due);
      closed.accept(assembler.assemble(table));
    }
    open = rest;
    waiting = rest.size();
    return rest;
  }

  private void remember(Spans table, OpenGroups groups, BitSet due) {
    BitSet known = new BitSet();
    due.stream()
        .filter(span -> groups.run(span) != 0 && closedRuns.contains(groups.run(span)))
        .forEach(span -> known.set(groups.leader(span)));
    continued += known.cardinality();
    due.stream().forEach(span -> closedTraces.add(ClosedIds.ofTrace(table, span)));
    due.stream()
        .filter(span -> groups.run(span) != 0)
        .forEach(span -> closedRuns.add(groups.run(span)));
  }

  /** A table of the spans that do not close. */
  private Spans rest(Spans table, OpenGroups groups, BitSet due) {
    Spans rest = new Spans();
    SpanCopier copier = new SpanCopier(table, rest);
    long[] first = new long[table.size()];
    long[] last = new long[table.size()];
    for (int span = due.nextClearBit(0); span < table.size(); span = due.nextClearBit(span + 1)) {
      first[rest.size()] = firstSeen[groups.leader(span)];
      last[rest.size()] = lastSeen[groups.leader(span)];
      copier.copy(span);
    }
    firstSeen = first;
    lastSeen = last;
    return rest;
  }

  private static BitSet all(int size) {
    BitSet all = new BitSet();
    all.set(0, size);
    return all;
  }
}
