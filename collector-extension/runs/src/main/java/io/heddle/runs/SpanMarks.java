package io.heddle.runs;

import io.heddle.mapping.Field;
import io.heddle.mapping.Source;
import io.heddle.mapping.SpanMapper;
import io.heddle.mapping.SpanRole;
import io.heddle.otlp.Spans;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What the mapping says of every span as far as the shape of runs depends on it. */
final class SpanMarks {
  private static final SpanRole[] ROLES = SpanRole.values();

  private final byte[] roles;
  private final @Nullable String[] workflows;
  private final @Nullable String[] runIds;
  private final @Nullable String[] inheritedNodes;
  private final BitSet engineNodes = new BitSet();
  private final BitSet nodes = new BitSet();
  private final BitSet requested = new BitSet();

  SpanMarks(Spans spans, SpanMapper mapper) {
    roles = new byte[spans.size()];
    workflows = new String[spans.size()];
    runIds = new String[spans.size()];
    inheritedNodes = new String[spans.size()];
    for (int span = 0; span < roles.length; span++) {
      mapper.map(span);
      read(span, mapper);
    }
  }

  SpanRole role(int span) {
    return ROLES[roles[span]];
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
    return engineNodes.get(span);
  }

  /** Whether anybody says that the span is a node. */
  boolean isNode(int span) {
    return nodes.get(span);
  }

  /** The node that the span, and spans below it, say they belong to; null when they do not. */
  @Nullable String inheritedNode(int span) {
    return inheritedNodes[span];
  }

  /** Whether the span was asked for by the request span above it. */
  boolean isRequested(int span) {
    return requested.get(span);
  }

  private void read(int span, SpanMapper mapper) {
    roles[span] = code(mapper.role());
    workflows[span] = mapper.workflow();
    runIds[span] = mapper.text(Field.RUN_ID);
    Source.Level level = mapper.markLevel();
    nodes.set(span, level != null);
    engineNodes.set(span, level == Source.Level.ENGINE);
    requested.set(span, mapper.isRequested());
    inheritedNodes[span] = mapper.inheritedNode();
  }

  private static byte code(SpanRole role) {
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
