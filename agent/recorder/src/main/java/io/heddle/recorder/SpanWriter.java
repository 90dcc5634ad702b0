package io.heddle.recorder;

import io.heddle.contract.SpanAttributes;
import io.heddle.recorder.export.FinishedSpan;
import io.heddle.recorder.export.FinishedSpan.Origin;
import io.heddle.recorder.export.Origins;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import io.opentelemetry.sdk.trace.data.LinkData;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes records and ended runs as spans of the span contract. Drain thread only. */
final class SpanWriter {
  private static final Attributes PREDECESSOR =
      Attributes.of(AttributeKey.stringKey(SpanAttributes.LINK), SpanAttributes.LINK_PREDECESSOR);

  private final Origin origin;
  private final EvidenceWriter evidence;
  private final HexFormat hex = HexFormat.of();

  SpanWriter(Origin origin, Counters counters) {
    this.origin = origin;
    this.evidence = new EvidenceWriter(counters);
  }

  /** The span of an execution. */
  FinishedSpan execution(ExecutionRecord record) {
    Details details = record.takeDetails();
    Node node = record.node();
    return node == null ? operation(record, operation(details)) : node(record, node, details);
  }

  private static Details operation(@Nullable Details details) {
    return Objects.requireNonNull(details, "an operation has its name in its details");
  }

  private FinishedSpan node(ExecutionRecord record, Node node, @Nullable Details details) {
    AttributesBuilder attributes = Attributes.builder();
    identity(record.run(), attributes);
    describe(record, node, attributes);
    evidence.write(record, node, attributes);
    return span(record, node.id(), SpanKind.INTERNAL, attributes, details);
  }

  private FinishedSpan operation(ExecutionRecord record, Details details) {
    String type = Objects.requireNonNullElse(details.type(), "code");
    AttributesBuilder attributes = Attributes.builder();
    attributes.put(SpanAttributes.OPERATION_TYPE, type);
    String name = Objects.requireNonNullElse(details.name(), type);
    evidence.writeOperation(record, name, attributes);
    return span(record, name, kind(type), attributes, details);
  }

  /** What leaves the process is a client's call. */
  private static SpanKind kind(String type) {
    return switch (type) {
      case "llm", "http_request", "knowledge_retrieval" -> SpanKind.CLIENT;
      default -> SpanKind.INTERNAL;
    };
  }

  private void describe(ExecutionRecord record, Node node, AttributesBuilder attributes) {
    attributes.put(SpanAttributes.NODE_ID, node.id());
    attributes.put(SpanAttributes.GRAPH_NODE_ID, node.id());
    attributes.put(SpanAttributes.NODE_TYPE, node.type());
    attributes.put(SpanAttributes.NODE_ATTEMPT, record.attempt());
    attributes.put(SpanAttributes.NODE_VISIT, record.visit());
    if (record.is(ExecutionDescriptor.WAITED)) {
      attributes.put(SpanAttributes.NODE_WAIT_NS, record.waitNs());
    }
    if (record.is(ExecutionDescriptor.COLD)) {
      attributes.put(SpanAttributes.NODE_COLD, true);
    }
    if (record.is(ExecutionDescriptor.ASYNC)) {
      attributes.put(SpanAttributes.NODE_ASYNC, true);
    }
    String outer = record.run().outerNode();
    if (outer != null) {
      attributes.put(SpanAttributes.GRAPH_NODE_PARENT_ID, outer);
    }
  }

  private void identity(Run run, AttributesBuilder attributes) {
    Workflow workflow = run.trace().workflow();
    attributes.put(SpanAttributes.ENGINE, run.workflow().engine());
    attributes.put(SpanAttributes.WORKFLOW_NAME, workflow.name());
    attributes.put(SpanAttributes.RUN_ID, run.trace().runId());
    String version = version(workflow);
    if (version != null) {
      attributes.put(SpanAttributes.WORKFLOW_VERSION, version);
    }
  }

  private @Nullable String version(Workflow workflow) {
    GraphDocument graph = workflow.graph();
    String service = Origins.serviceVersion(origin);
    if (graph == null || service == null) {
      return graph == null ? service : graph.hash();
    }
    return service + "+" + graph.hash();
  }

  private FinishedSpan span(
      ExecutionRecord record,
      String name,
      SpanKind kind,
      AttributesBuilder attributes,
      @Nullable Details details) {
    Trace trace = record.run().trace();
    long endNs = trace.epochNs(record.end());
    Outcome outcome = Outcome.of(details == null ? null : details.error(), endNs);
    if (details != null) {
      add(details.attributes(), attributes);
    }
    outcome.describe(attributes);
    return new FinishedSpan(
        name,
        kind,
        context(trace, record.spanId()),
        context(trace, record.parentId()),
        trace.epochNs(record.begin()),
        endNs,
        attributes.build(),
        outcome.events(),
        links(record),
        outcome.status(),
        origin,
        null);
  }

  /** The root span of a run that has ended. */
  FinishedSpan root(Run run, Run.End end) {
    Trace trace = run.trace();
    Workflow workflow = run.workflow();
    AttributesBuilder attributes = Attributes.builder();
    identity(run, attributes);
    attributes.put(SpanAttributes.GEN_AI_WORKFLOW_NAME, workflow.name());
    boolean withGraph = graph(workflow, attributes);
    add(run.attributes(), attributes);
    long endNs = trace.epochNs(end.nano());
    Outcome outcome = Outcome.of(end.error(), endNs);
    outcome.describe(attributes);
    return new FinishedSpan(
        workflow.name(),
        SpanKind.INTERNAL,
        context(trace, trace.rootSpanId()),
        parent(trace),
        trace.epochNs(trace.beginNano()),
        endNs,
        attributes.build(),
        outcome.events(),
        List.of(),
        outcome.status(),
        origin,
        withGraph ? workflow::graphLost : null);
  }

  private static boolean graph(Workflow workflow, AttributesBuilder attributes) {
    GraphDocument graph = workflow.graph();
    if (graph == null) {
      return false;
    }
    attributes.put(SpanAttributes.GRAPH_HASH, graph.hash());
    boolean first = workflow.takeGraph();
    if (first) {
      attributes.put(SpanAttributes.GRAPH, graph.json());
    }
    return first;
  }

  private List<LinkData> links(ExecutionRecord record) {
    int places = record.linkSlots() * ExecutionDescriptor.LINKS_PER_SLOT;
    List<LinkData> links = new ArrayList<>(places);
    for (int i = 0; i < places; i++) {
      long id = record.link(i);
      if (id != 0) {
        links.add(LinkData.create(context(record.run().trace(), id), PREDECESSOR));
      }
    }
    return links;
  }

  private SpanContext context(Trace trace, long spanId) {
    return SpanContext.create(
        trace.id(),
        hex.toHexDigits(spanId),
        TraceFlags.fromByte(trace.flags()),
        traceState(trace.traceState()));
  }

  private SpanContext parent(Trace trace) {
    return trace.parentSpanId() == 0
        ? SpanContext.getInvalid()
        : context(trace, trace.parentSpanId());
  }

  /** Last entry first: each new one is put before the others. */
  private static TraceState traceState(String header) {
    if (header.isEmpty()) {
      return TraceState.getDefault();
    }
    TraceStateBuilder state = TraceState.builder();
    String[] entries = header.split(",", -1);
    for (int i = entries.length - 1; i >= 0; i--) {
      int equals = entries[i].indexOf('=');
      state.put(entries[i].substring(0, equals), entries[i].substring(equals + 1));
    }
    return state.build();
  }

  private static void add(List<Details.Attribute> given, AttributesBuilder attributes) {
    for (Details.Attribute attribute : given) {
      if (attribute.value() instanceof Long number) {
        attributes.put(attribute.key(), number);
      } else if (attribute.value() instanceof Double number) {
        attributes.put(attribute.key(), number);
      } else if (attribute.value() instanceof List<?> values) {
        attributes.put(
            attribute.key(), values.stream().map(Object::toString).toArray(String[]::new));
      } else {
        attributes.put(attribute.key(), attribute.value().toString());
      }
    }
  }
}
