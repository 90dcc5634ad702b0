package io.heddle.runs;

import io.heddle.mapping.Field;
import io.heddle.mapping.Source;
import io.heddle.mapping.SpanMapper;
import io.heddle.mapping.SpanRole;
import io.heddle.otlp.Spans;
import org.jspecify.annotations.Nullable;

/** What the mapping says of every span as far as the shape of runs depends on it. */
final class SpanMarks {
  private static final SpanRole[] ROLES = SpanRole.values();

  private static final int NODE = 1 << 4;
  private static final int ENGINE_NODE = 1 << 5;
  private static final int REQUESTED = 1 << 6;
  private static final int ROLE = NODE - 1;

  /** Of each span the role, and what else is true of it. */
  private final byte[] marks;

  private final @Nullable String[] workflows;
  private final @Nullable String[] runIds;
  private final @Nullable String[] inheritedNodes;

  SpanMarks(Spans spans, SpanMapper mapper, Division division) {
    marks = new byte[spans.size()];
    workflows = new String[spans.size()];
    runIds = new String[spans.size()];
    inheritedNodes = new String[spans.size()];
    division.ranges(marks.length, (from, to) -> read(from, to, mapper.forAnotherThread()));
  }

  SpanRole role(int span) {
    return ROLES[marks[span] & ROLE];
  }

  /** The workflow the span names, null when it names none. */
  @Nullable String workflow(int span) {
    return workflows[span];
  }

  @Nullable String runId(int span) {
    return runIds[span];
  }

  /** Whether an engine says that the span is a node. */
  boolean isEngineNode(int span) {
    return (marks[span] & ENGINE_NODE) != 0;
  }

  /** Whether anybody says that the span is a node. */
  boolean isNode(int span) {
    return (marks[span] & NODE) != 0;
  }

  /** The node that the span, and spans below it, say they belong to; null when they do not. */
  @Nullable String inheritedNode(int span) {
    return inheritedNodes[span];
  }

  /** Whether the span was asked for by the request span above it. */
  boolean isRequested(int span) {
    return (marks[span] & REQUESTED) != 0;
  }

  private void read(int from, int to, SpanMapper mapper) {
    for (int span = from; span < to; span++) {
      mapper.map(span);
      read(span, mapper);
    }
  }

  private void read(int span, SpanMapper mapper) {
    marks[span] = marks(mapper);
    workflows[span] = mapper.workflow();
    runIds[span] = mapper.text(Field.RUN_ID);
    inheritedNodes[span] = mapper.inheritedNode();
  }

  private static byte marks(SpanMapper mapper) {
    Source.Level level = mapper.markLevel();
    return (byte)
        (code(mapper.role())
            | (level != null ? NODE : 0)
            | (level == Source.Level.ENGINE ? ENGINE_NODE : 0)
            | (mapper.isRequested() ? REQUESTED : 0));
  }

  private static int code(SpanRole role) {
    return switch (role) {
      case WORKFLOW -> 0;
      case TOPMOST_WORKFLOW -> 1;
      case NODE -> 2;
      case REQUEST -> 3;
      case SUCCESSION -> 4;
      case DISPATCH -> 5;
      case WAIT -> 6;
      case BODY -> 7;
      case OPERATION -> 8;
    };
  }
}
