package io.heddle.runs;

import io.heddle.mapping.Decision;
import io.heddle.mapping.Decisions;
import io.heddle.mapping.SpanMapper;
import java.util.BitSet;
import java.util.List;

/** What became of the spans, each counted once however many runs hold it. */
record SpanCensus(Trees trees) {
  /** Which keys decided what. */
  List<Decision> decisions(SpanMapper mapper) {
    Decisions decisions = new Decisions();
    for (int span = 0; span < trees.spans().size(); span++) {
      if (!trees.forest().isLeftOut(span)) {
        mapper.map(span);
        decisions.add(trees.service(span), mapper);
      }
    }
    return decisions.decisions();
  }

  /** Spans that only envelopes hold. */
  int unmapped(List<Batch> batches) {
    BitSet mapped = new BitSet();
    batches.forEach(batch -> mapped.or(batch.mapped()));
    return trees.forest().walk().size() - mapped.cardinality();
  }
}
