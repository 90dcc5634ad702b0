package io.heddle.runs;

import io.heddle.contract.SpanAttributes;
import io.heddle.mapping.Field;
import io.heddle.mapping.SpanMapper;
import io.heddle.otlp.AttributeCursor;
import io.heddle.otlp.LinkCursor;
import io.heddle.otlp.Spans;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a span into an execution. */
final class ExecutionFactory {
  static final String UNKNOWN_SERVICE = "unknown_service";

  private static final Execution.Kind[] KINDS = Execution.Kind.values();

  private final Spans spans;
  private final SpanMapper mapper;
  private final LinkCursor links;
  private String traceId = "";
  private int traceOf = -1;

  ExecutionFactory(Spans spans, SpanMapper mapper) {
    this.spans = spans;
    this.mapper = mapper;
    links = spans.links();
  }

  Execution execution(Members members, int position, Execution.Role role) {
    int span = members.span(position);
    mapper.map(spans, span);
    return new Execution(
        position,
        members.parent(position),
        traceId(span),
        spans.spanId(span),
        spans.parentSpanId(span),
        role,
        KINDS[spans.kind(span)],
        Objects.requireNonNullElse(spans.service(span), UNKNOWN_SERVICE),
        node(span, role),
        type(role),
        spans.startNs(span),
        Math.max(spans.startNs(span), spans.endNs(span)),
        intOr(Field.ATTEMPT, 1),
        intOr(Field.VISIT, 1),
        Objects.requireNonNullElse(mapper.number(Field.WAIT_NS), -1L),
        mapper.isTrue(Field.COLD),
        mapper.isTrue(Field.ASYNC),
        error(span),
        predecessors(members, span),
        evidence(),
        usage(),
        new AttributeMap(spans, span));
  }

  private String node(int span, Execution.Role role) {
    if (role == Execution.Role.NODE && mapper.has(Field.NODE)) {
      return Objects.requireNonNull(mapper.text(Field.NODE));
    }
    return spans.name(span);
  }

  private String type(Execution.Role role) {
    String type = mapper.text(Field.NODE_TYPE);
    return type != null ? type : role == Execution.Role.ROOT ? "workflow" : "code";
  }

  private int intOr(Field field, int absent) {
    Long value = mapper.number(field);
    return value == null || value < 1 || value > Integer.MAX_VALUE ? absent : value.intValue();
  }

  private @Nullable String error(int span) {
    if (spans.status(span) != Spans.STATUS_ERROR) {
      return null;
    }
    String type = mapper.text(Field.ERROR);
    return type == null || type.isEmpty() ? "error" : type;
  }

  private int[] predecessors(Members members, int span) {
    int[] found = new int[0];
    links.span(span);
    while (links.next()) {
      int position = members.find(links.traceIdHigh(), links.traceIdLow(), links.spanId());
      if (position >= 0 && isPredecessor(links.attributes())) {
        found = Arrays.copyOf(found, found.length + 1);
        found[found.length - 1] = position;
      }
    }
    Arrays.sort(found);
    return found;
  }

  private static boolean isPredecessor(AttributeCursor attributes) {
    while (attributes.next()) {
      if (attributes.key().equals(SpanAttributes.LINK)) {
        return attributes.text().equals(SpanAttributes.LINK_PREDECESSOR);
      }
    }
    return false;
  }

  private Evidence evidence() {
    return new Evidence(
        mapper.list(Field.READS),
        mapper.list(Field.WRITES),
        mapper.number(Field.INPUT_CLASS),
        mapper.number(Field.OUTPUT_CLASS),
        mapper.text(Field.INPUT_DIGEST),
        mapper.text(Field.OUTPUT_DIGEST),
        mapper.text(Field.INSTANCE),
        mapper.text(Field.CACHE),
        mapper.number(Field.CPU_NS),
        mapper.number(Field.ALLOC_BYTES));
  }

  private @Nullable Usage usage() {
    if (!mapper.has(Field.INPUT_TOKENS) && !mapper.has(Field.OUTPUT_TOKENS)) {
      return null;
    }
    return new Usage(
        mapper.text(Field.PROVIDER),
        mapper.text(Field.REQUEST_MODEL),
        mapper.text(Field.RESPONSE_MODEL),
        mapper.number(Field.INPUT_TOKENS),
        mapper.number(Field.OUTPUT_TOKENS),
        mapper.number(Field.CACHE_READ_TOKENS),
        mapper.number(Field.CACHE_WRITE_TOKENS),
        mapper.number(Field.REASONING_TOKENS),
        mapper.number(Field.FIRST_TOKEN_NS));
  }

  private String traceId(int span) {
    if (traceOf < 0
        || spans.traceIdLow(traceOf) != spans.traceIdLow(span)
        || spans.traceIdHigh(traceOf) != spans.traceIdHigh(span)) {
      traceId = spans.traceId(span);
    }
    traceOf = span;
    return traceId;
  }
}
