package io.heddle.recorder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Executions of runs that are not decided yet, and about how many bytes they take. One thread. */
final class WaitingSpans {
  private final Map<Trace, List<ExecutionRecord>> byTrace = new LinkedHashMap<>();
  private long bytes;

  void add(ExecutionRecord kept) {
    byTrace.computeIfAbsent(kept.run().trace(), first -> new ArrayList<>()).add(kept);
    bytes += kept.bytes();
  }

  /** Those of that trace, oldest first, which wait no longer. */
  List<ExecutionRecord> take(Trace trace) {
    List<ExecutionRecord> taken = byTrace.remove(trace);
    if (taken == null) {
      return List.of();
    }
    bytes -= taken.stream().mapToLong(ExecutionRecord::bytes).sum();
    return taken;
  }

  long bytes() {
    return bytes;
  }

  boolean isEmpty() {
    return byTrace.isEmpty();
  }

  /** The trace that has waited longest. */
  Trace oldest() {
    return byTrace.keySet().iterator().next();
  }
}
