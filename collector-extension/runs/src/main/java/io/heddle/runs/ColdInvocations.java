package io.heddle.runs;

import io.heddle.mapping.Field;
import io.heddle.mapping.Row;
import io.heddle.mapping.Source;
import io.heddle.mapping.SpanMapper;
import java.util.BitSet;

/**
 * Hands a cold start down to what was executed in it, where the invocation of a function says it
 * and not a node. For one run, whose executions come parents first.
 */
final class ColdInvocations {
  private final SpanMapper mapper;
  private final Pool<Traits> traits;
  private final BitSet cold = new BitSet();

  ColdInvocations(SpanMapper mapper, Pool<Traits> traits) {
    this.mapper = mapper;
    this.traits = traits;
  }

  /** The execution, cold if its invocation was; the mapper still holds its span. */
  Execution marked(Execution execution) {
    Row row = mapper.row(Field.COLD);
    if (row == null) {
      return execution.parent() >= 0 && cold.get(execution.parent()) ? cold(execution) : execution;
    }
    cold.set(execution.index(), row.source() == Source.GENERIC && execution.traits().cold());
    return execution;
  }

  private Execution cold(Execution execution) {
    cold.set(execution.index());
    return execution.traits().cold()
        ? execution
        : execution.with(traits.share(execution.traits().asCold()));
  }
}
