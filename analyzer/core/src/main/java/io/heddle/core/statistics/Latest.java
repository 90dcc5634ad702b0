package io.heddle.core.statistics;

import io.heddle.runs.Execution;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The durations of the executions that started last. Not thread-safe. */
final class Latest {
  private static final int KEPT = 20;
  private static final Comparator<Entry> BY_START =
      Comparator.comparingLong(Entry::startNs)
          .thenComparing(Entry::traceId)
          .thenComparing(Entry::spanId, Long::compareUnsigned);

  private final TreeSet<Entry> entries = new TreeSet<>(BY_START);

  void add(Execution execution) {
    boolean old = entries.size() == KEPT && execution.startNs() < entries.first().startNs;
    if (!old) {
      add(Entry.of(execution));
    }
  }

  void merge(Latest other) {
    other.entries.forEach(this::add);
  }

  /** Oldest first. */
  List<Double> durationsMs() {
    return entries.stream().map(entry -> entry.durationNs / 1e6).toList();
  }

  private void add(Entry entry) {
    entries.add(entry);
    if (entries.size() > KEPT) {
      entries.pollFirst();
    }
  }

  private record Entry(long startNs, String traceId, long spanId, long durationNs) {
    static Entry of(Execution execution) {
      return new Entry(
          execution.startNs(), execution.traceId(), execution.spanId(), execution.durationNs());
    }
  }
}
