package io.heddle.runs;

import io.heddle.mapping.SpanMapper;
import io.heddle.otlp.Spans;
import java.util.Objects;

/** The trees of a table and what is marked in them; safe for any number of readers. */
record Trees(SpanForest forest, WorkflowRoots roots, Primaries primaries) {
  static Trees of(SpanForest forest) {
    return new Trees(forest, new WorkflowRoots(forest, forest.marks), new Primaries(forest));
  }

  Spans spans() {
    return forest.spans;
  }

  SpanMarks marks() {
    return forest.marks;
  }

  String service(int span) {
    return Objects.requireNonNullElse(spans().service(span), ExecutionFactory.UNKNOWN_SERVICE);
  }

  /** The workflow that the span names, else its name; the mapper goes there. */
  String workflow(int span, SpanMapper mapper) {
    String workflow = marks().workflow(span);
    if (workflow != null) {
      return workflow;
    }
    mapper.map(span);
    return mapper.name();
  }
}
