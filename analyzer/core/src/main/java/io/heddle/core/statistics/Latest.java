package io.heddle.core.statistics;

import io.heddle.runs.Execution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The durations of the executions that started last. Not thread-safe. */
final class Latest {
  private static final int KEPT = 20;

  /** Room for more than are kept, so that they are sorted once for many that come. */
  private static final int ROOM = 8 * KEPT;

  private static final Comparator<Entry> BY_START =
      Comparator.comparingLong(Entry::startNs)
          .thenComparing(Entry::traceId)
          .thenComparing(Entry::spanId, Long::compareUnsigned);

  private List<Entry> entries = new ArrayList<>();

  /** What starts earlier is too old. */
  private long oldestNs = Long.MIN_VALUE;

  void add(Execution execution) {
    if (execution.startNs() >= oldestNs) {
      add(Entry.of(execution));
    }
  }

  void merge(Latest other) {
    other.kept().forEach(this::add);
  }

  /** Oldest first. */
  List<Double> durationsMs() {
    return kept().stream().map(entry -> entry.durationNs / 1e6).toList();
  }

  private void add(Entry entry) {
    entries.add(entry);
    if (entries.size() == ROOM) {
      entries = kept();
      oldestNs = entries.size() < KEPT ? Long.MIN_VALUE : entries.get(0).startNs;
    }
  }

  /** By start, each once. */
  private List<Entry> kept() {
    List<Entry> once = new ArrayList<>();
    for (Entry entry : entries.stream().sorted(BY_START).toList()) {
      if (once.isEmpty() || BY_START.compare(once.get(once.size() - 1), entry) != 0) {
        once.add(entry);
      }
    }
    return new ArrayList<>(once.subList(Math.max(0, once.size() - KEPT), once.size()));
  }

  private record Entry(long startNs, String traceId, long spanId, long durationNs) {
    static Entry of(Execution execution) {
      return new Entry(
          execution.startNs(), execution.traceId(), execution.spanId(), execution.durationNs());
    }
  }
}
