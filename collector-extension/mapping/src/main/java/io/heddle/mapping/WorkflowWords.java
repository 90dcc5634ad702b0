package io.heddle.mapping;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Values by which sources without an engine mark the root of a workflow. */
final class WorkflowWords {
  /**
   * One value.
   *
   * @param role what a span with it is
   */
  private record Word(String key, String type, SpanRole role) {}

  /** In terms of the translated type, since that is what the mapper keeps. */
  private static final List<Word> ALL =
      List.of(
          new Word("traceloop.span.kind", "subworkflow", SpanRole.WORKFLOW),
          new Word("gen_ai.operation.name", "subworkflow", SpanRole.WORKFLOW),
          new Word("openinference.span.kind", "agent", SpanRole.TOPMOST_WORKFLOW),
          new Word("openinference.span.kind", "chain", SpanRole.TOPMOST_WORKFLOW));

  /** Sources that write a workflow, or their name of the span in its place, on every span. */
  private static final Set<Source> WRITTEN_EVERYWHERE =
      EnumSet.of(Source.LANGSMITH, Source.LANGFUSE);

  static SpanRole role(SpanMapper span) {
    Row type = span.row(Field.TYPE);
    if (type != null) {
      for (Word word : ALL) {
        if (word.key.equals(type.key()) && word.type.equals(span.text(Field.TYPE))) {
          return word.role;
        }
      }
    }
    return byName(span);
  }

  private static SpanRole byName(SpanMapper span) {
    Row workflow = span.row(Field.WORKFLOW);
    if (workflow != null && WRITTEN_EVERYWHERE.contains(workflow.source())) {
      return SpanRole.TOPMOST_WORKFLOW;
    }
    if (span.has(Field.NODE_MARK)) {
      return SpanRole.NODE;
    }
    return workflow != null && workflow.source() == Source.GEN_AI
        ? SpanRole.WORKFLOW
        : SpanRole.OPERATION;
  }

  private WorkflowWords() {}
}
