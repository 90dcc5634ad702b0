package io.heddle.runs;

import io.heddle.mapping.Field;
import io.heddle.mapping.SpanMapper;
import io.heddle.otlp.Spans;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which spans of a table belong to one run, as far as they have come: those of one trace, and
 * traces whose tops carry one run id. A group is known by the row of its first span.
 */
final class OpenGroups {
  private final Spans spans;
  private final SpanIndex index;
  private final int[] leaders;
  private final long[] runs;
  private final BitSet rooted = new BitSet();
  private final BitSet broken = new BitSet();

  private record Trace(long high, long low) {}

  private record RunKey(String scope, String runId) {}

  OpenGroups(Spans spans) {
    this.spans = spans;
    index = new SpanIndex(spans);
    leaders = new int[spans.size()];
    runs = new long[spans.size()];
    joinTraces();
    joinRuns();
    findMissing();
  }

  /** The first span of the group that a span belongs to. */
  int leader(int span) {
    int at = span;
    while (leaders[at] != at) {
      leaders[at] = leaders[leaders[at]];
      at = leaders[at];
    }
    return at;
  }

  /** Whether the root of the group has come, and no span misses its parent. */
  boolean isComplete(int leader) {
    return rooted.get(leader) && !broken.get(leader);
  }

  /** Whether a root of the group has come. */
  boolean isRooted(int leader) {
    return rooted.get(leader);
  }

  /** What stands for the run that a span without a parent names; 0 for none. */
  long run(int span) {
    return runs[span];
  }

  private void joinTraces() {
    Map<Trace, Integer> traces = new HashMap<>();
    for (int span = 0; span < leaders.length; span++) {
      Trace trace = new Trace(spans.traceIdHigh(span), spans.traceIdLow(span));
      Integer first = traces.putIfAbsent(trace, span);
      leaders[span] = first == null ? span : first;
      index.add(span);
    }
  }

  private void joinRuns() {
    SpanMapper mapper = new SpanMapper(spans);
    Map<RunKey, Integer> firsts = new HashMap<>();
    for (int span = 0; span < leaders.length; span++) {
      if (!hasParent(span)) {
        mapper.map(span);
        String runId = mapper.text(Field.RUN_ID);
        if (runId != null) {
          RunKey key = new RunKey(RunGroups.scope(runId, service(span)), runId);
          runs[span] = ClosedIds.ofRun(key.scope, runId);
          join(span, firsts.putIfAbsent(key, span));
        }
      }
    }
  }

  private void join(int span, @Nullable Integer other) {
    if (other != null) {
      int left = leader(span);
      int right = leader(other);
      leaders[Math.max(left, right)] = Math.min(left, right);
    }
  }

  private void findMissing() {
    for (int span = 0; span < leaders.length; span++) {
      if (spans.parentSpanId(span) == 0) {
        rooted.set(leader(span));
      } else if (!hasParent(span)) {
        broken.set(leader(span));
      }
    }
  }

  private boolean hasParent(int span) {
    long parent = spans.parentSpanId(span);
    return parent != 0 && index.find(spans.traceIdHigh(span), spans.traceIdLow(span), parent) >= 0;
  }

  private String service(int span) {
    return Objects.requireNonNullElse(spans.service(span), ExecutionFactory.UNKNOWN_SERVICE);
  }
}
