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

  private static final int[] NONE = Details.NONE.predecessors();
  private static final Execution.Kind[] KINDS = Execution.Kind.values();

  /** Shared by the executions of all runs. */
  private final Pool<Traits> traits;

  private final ByLikeness<Traits> lastTraits;
  private final ByLikeness<Details> lastDetails;
  private final ByLikeness<AttributeSource> attributes;
  private final SpanForest forest;
  private final Spans spans;
  private final WorkflowRoots roots;
  private final SpanMapper mapper;
  private final Outcomes outcomes;
  private final EvidenceFactory evidence;
  private final LinkCursor links;
  private String traceId = "";
  private int traceOf = -1;

  ExecutionFactory(SpanForest forest, WorkflowRoots roots, SpanMapper mapper, Pool<Traits> traits) {
    this.forest = forest;
    this.roots = roots;
    this.mapper = mapper;
    this.traits = traits;
    lastTraits = new ByLikeness<>(mapper);
    lastDetails = new ByLikeness<>(mapper);
    attributes = new ByLikeness<>(mapper);
    spans = forest.spans;
    outcomes = new Outcomes(spans, mapper);
    evidence = new EvidenceFactory(mapper);
    links = spans.links();
  }

  Execution execution(Members members, int position, Execution.Role role) {
    int span = members.span(position);
    mapper.map(span);
    return new Execution(
        position,
        members.parent(position),
        traceId(span),
        spans.spanId(span),
        forest.waits.startNs(span),
        Math.max(spans.startNs(span), spans.endNs(span)),
        shared(traits(span, role, members.size() == 1)),
        details(members, position),
        attributes(span),
        spans.record(span));
  }

  private Traits shared(Traits made) {
    Traits last = lastTraits.get();
    return last != null && last.equals(made) ? last : lastTraits.keep(traits.share(made));
  }

  /** Spans that are alike have one resource. */
  private AttributeSource attributes(int span) {
    AttributeSource last = attributes.get();
    return last != null ? last : attributes.keep(new StoredAttributes(spans, span));
  }

  private Traits traits(int span, Execution.Role role, boolean isAlone) {
    return new Traits(
        role,
        KINDS[spans.kind(span)],
        Objects.requireNonNullElse(spans.service(span), UNKNOWN_SERVICE),
        role == Execution.Role.NODE ? mapper.node() : mapper.operation(),
        type(span, role, isAlone),
        attempt(),
        atLeastOne(mapper.number(Field.VISIT)),
        mapper.isTrue(Field.COLD),
        mapper.isTrue(Field.ASYNC) || forest.followers.get(span),
        outcomes.error(span));
  }

  @SuppressWarnings("ReferenceEquality") // equal common evidence is one object
  private Details details(Members members, int at) {
    int span = members.span(at);
    long waitNs = waitNs(span);
    int[] predecessors = predecessors(members, at);
    Evidence found = evidence.evidence();
    Usage usage = evidence.usage();
    if (waitNs >= 0 || predecessors.length > 0 || usage != null || !found.isCommon()) {
      return new Details(waitNs, predecessors, found, usage);
    }
    Details last = lastDetails.get();
    return last != null && last.evidence() == found
        ? last
        : lastDetails.keep(found == Evidence.NONE ? Details.NONE : Details.of(found));
  }

  /** A workflow whose root has nothing below it has the root as its one node. */
  private String type(int span, Execution.Role role, boolean isAlone) {
    if (role == Execution.Role.ROOT && !isAlone) {
      return "workflow";
    }
    if (role == Execution.Role.NODE && roots.isMarked(span)) {
      return "subworkflow";
    }
    return Objects.requireNonNullElseGet(mapper.type(), () -> typeByKind(span));
  }

  private String typeByKind(int span) {
    return switch (KINDS[spans.kind(span)]) {
      case SERVER -> "service";
      case CLIENT -> "client";
      case PRODUCER, CONSUMER -> "messaging";
      default -> "code";
    };
  }

  private int attempt() {
    Long resends = mapper.number(Field.RESENDS);
    return mapper.has(Field.ATTEMPT) || resends == null
        ? atLeastOne(mapper.number(Field.ATTEMPT))
        : atLeastOne(resends + 1);
  }

  private static int atLeastOne(@Nullable Long value) {
    return value == null || value < 1 || value > Integer.MAX_VALUE ? 1 : value.intValue();
  }

  private long waitNs(int span) {
    Long recorded = mapper.number(Field.WAIT_NS);
    if (recorded != null) {
      return Math.max(0, recorded);
    }
    int request = forest.request(span);
    return request < 0
        ? forest.waits.waitNs(span)
        : Math.max(0, spans.startNs(span) - spans.endNs(request));
  }

  private int[] predecessors(Members members, int at) {
    int[] found = NONE;
    links.span(members.span(at));
    while (links.next()) {
      int position = members.find(links.traceIdHigh(), links.traceIdLow(), links.spanId(), at);
      if (position >= 0 && isPredecessor(links.attributes())) {
        found = Arrays.copyOf(found, found.length + 1);
        found[found.length - 1] = position;
      }
    }
    return found.length < 2 ? found : Arrays.stream(found).sorted().distinct().toArray();
  }

  private static boolean isPredecessor(AttributeCursor attributes) {
    while (attributes.next()) {
      if (attributes.key().equals(SpanAttributes.LINK)) {
        return attributes.text().equals(SpanAttributes.LINK_PREDECESSOR);
      }
    }
    return false;
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
