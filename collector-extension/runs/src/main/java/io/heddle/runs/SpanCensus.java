package io.heddle.runs;

import io.heddle.mapping.Decision;
import io.heddle.mapping.Decisions;
import io.heddle.mapping.SpanMapper;
import java.util.BitSet;
import java.util.List;

/** What became of the spans, each counted once however many runs hold it. */
final class SpanCensus {
  private final Decisions decisions = new Decisions();
  private final BitSet seen = new BitSet();
  private final BitSet mapped = new BitSet();

  /** Counts the mapper's span. */
  void see(int span, String service, SpanMapper mapper) {
    if (!seen.get(span)) {
      seen.set(span);
      decisions.add(service, mapper);
    }
  }

  /** Says that the members' run is one of a workflow, and no envelope. */
  void map(Members members) {
    for (int i = 0; i < members.size(); i++) {
      mapped.set(members.span(i));
    }
  }

  List<Decision> decisions() {
    return decisions.decisions();
  }

  /** Spans that only envelopes hold. */
  int unmapped() {
    return seen.cardinality() - mapped.cardinality();
  }
}
