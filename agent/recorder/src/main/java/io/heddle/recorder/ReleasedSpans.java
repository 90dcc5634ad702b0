package io.heddle.recorder;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Executions of runs that are sent after all, until the export has room for them, and about how
 * many bytes they take. One thread.
 */
final class ReleasedSpans {
  private final Queue<ExecutionRecord> records = new ArrayDeque<>();
  private final long maxBytes;
  private long bytes;

  ReleasedSpans(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** False when there are too many. */
  boolean offer(ExecutionRecord kept) {
    boolean fits = bytes + kept.bytes() <= maxBytes;
    if (fits) {
      records.add(kept);
      bytes += kept.bytes();
    }
    return fits;
  }

  /** The oldest; null when there are none. */
  @Nullable ExecutionRecord poll() {
    ExecutionRecord oldest = records.poll();
    if (oldest != null) {
      bytes -= oldest.bytes();
    }
    return oldest;
  }

  int size() {
    return records.size();
  }
}
