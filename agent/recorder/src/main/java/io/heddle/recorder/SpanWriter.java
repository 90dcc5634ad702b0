package io.heddle.recorder;

import io.heddle.contract.SpanAttributes;
import io.heddle.recorder.evidence.Digests;
import io.heddle.recorder.export.Attribute;
import io.heddle.recorder.export.CommonText;
import io.heddle.recorder.export.Origin;
import io.heddle.recorder.export.SharedAttributes;
import io.heddle.recorder.export.SharedNumbers;
import io.heddle.recorder.export.SpanSink;
import io.heddle.recorder.jvm.CompiledApart;
import io.heddle.recorder.self.Counters;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells records and ended runs as spans of the span contract. Drain thread only. */
final class SpanWriter {
  private static final CommonText WAIT = new CommonText(SpanAttributes.NODE_WAIT_NS);

  /** A module's attribute of such a name would stand beside ours. */
  private static final Set<String> OURS =
      Set.of(
          SpanAttributes.ENGINE,
          SpanAttributes.WORKFLOW_NAME,
          SpanAttributes.WORKFLOW_VERSION,
          SpanAttributes.RUN_ID,
          SpanAttributes.RUN_ABANDONED,
          SpanAttributes.NODE_ID,
          SpanAttributes.NODE_TYPE,
          SpanAttributes.NODE_ATTEMPT,
          SpanAttributes.NODE_VISIT,
          SpanAttributes.NODE_WAIT_NS,
          SpanAttributes.NODE_COLD,
          SpanAttributes.NODE_ASYNC,
          SpanAttributes.NODE_READS,
          SpanAttributes.NODE_WRITES,
          SpanAttributes.NODE_INPUT_CLASS,
          SpanAttributes.NODE_OUTPUT_CLASS,
          SpanAttributes.NODE_INPUT_DIGEST,
          SpanAttributes.NODE_OUTPUT_DIGEST,
          SpanAttributes.NODE_CPU_NS,
          SpanAttributes.NODE_ALLOC_BYTES,
          SpanAttributes.GRAPH,
          SpanAttributes.GRAPH_HASH,
          SpanAttributes.GRAPH_NODE_ID,
          SpanAttributes.GRAPH_NODE_PARENT_ID,
          SpanAttributes.OPERATION_TYPE,
          SpanAttributes.GEN_AI_WORKFLOW_NAME);

  private final SharedAttributes predecessor =
      new SharedAttributes(
          List.of(new Attribute(SpanAttributes.LINK, SpanAttributes.LINK_PREDECESSOR)));

  private final SharedNumbers attempts = new SharedNumbers(SpanAttributes.NODE_ATTEMPT);
  private final SharedNumbers visits = new SharedNumbers(SpanAttributes.NODE_VISIT);
  private final SpanSink span;
  private final Counters counters;
  private final EvidenceWriter evidence;
  private final RunAttributes runs;

  SpanWriter(SpanSink span, Origin origin, Counters counters, @Nullable Digests digests) {
    this.span = span;
    this.counters = counters;
    this.evidence = new EvidenceWriter(span, counters, digests);
    this.runs = new RunAttributes(origin);
  }

  /** Tells the span of an execution. */
  @CompiledApart
  void execution(ExecutionRecord record) {
    Details details = record.details();
    Trace trace = record.run().trace();
    span.begin(trace.sent(), record.spanId(), record.parentId());
    span.time(trace.epochNs(record.begin()), trace.epochNs(record.end()));
    Node node = record.node();
    if (node != null) {
      node(record, node);
    } else {
      operation(record, Objects.requireNonNull(details, "an operation's name is in its details"));
    }
    links(record);
    if (details != null) {
      add(details.attributes(), details.error());
      Outcome.describe(details.error(), span);
    }
    span.end(null);
  }

  private void node(ExecutionRecord record, Node node) {
    span.describe(node.name(), SpanSink.Kind.INTERNAL);
    runs.write(span, record.run());
    span.attributes(node.attributes());
    attempts.write(span, record.attempt());
    visits.write(span, record.visit());
    if (record.is(ExecutionDescriptor.WAITED)) {
      span.attribute(WAIT, record.waitNs());
    }
    if (record.is(ExecutionDescriptor.COLD)) {
      span.attribute(SpanAttributes.NODE_COLD, true);
    }
    if (record.is(ExecutionDescriptor.ASYNC)) {
      span.attribute(SpanAttributes.NODE_ASYNC, true);
    }
    evidence.write(record, node);
  }

  private void operation(ExecutionRecord record, Details details) {
    String type = Objects.requireNonNullElse(details.type(), "code");
    String name = Objects.requireNonNullElse(details.name(), type);
    span.describe(new CommonText(name), kind(type));
    span.attribute(SpanAttributes.OPERATION_TYPE, type);
    evidence.writeOperation(record, name);
  }

  /** What leaves the process is a client's call. */
  private static SpanSink.Kind kind(String type) {
    return switch (type) {
      case "llm", "http_request", "knowledge_retrieval" -> SpanSink.Kind.CLIENT;
      default -> SpanSink.Kind.INTERNAL;
    };
  }

  private void links(ExecutionRecord record) {
    int places = record.links();
    for (int i = 0; i < places; i++) {
      long id = record.link(i);
      if (id != 0) {
        span.link(id, predecessor);
      }
    }
  }

  /** Tells the root span of a run that has ended. */
  @CompiledApart
  void root(Run run, Run.End end) {
    Trace trace = run.trace();
    Workflow workflow = run.workflow();
    if (trace.isParentRemote()) {
      span.beginBelowRemote(trace.sent(), trace.rootSpanId(), trace.parentSpanId());
    } else {
      span.begin(trace.sent(), trace.rootSpanId(), trace.parentSpanId());
    }
    span.describe(workflow.spanName(), SpanSink.Kind.INTERNAL);
    span.time(trace.rootStartNs(), trace.epochNs(end.nano()));
    runs.write(span, run);
    span.attributes(workflow.attributes());
    if (end.isAbandoned()) {
      span.attribute(SpanAttributes.RUN_ABANDONED, true);
    }
    add(run.attributes(), end.error());
    Outcome.describe(end.error(), span);
    span.end(graph(workflow) ? workflow::graphLost : null);
  }

  /** Whether it is on this span: one has it for all. */
  private boolean graph(Workflow workflow) {
    GraphDocument graph = workflow.graph();
    if (graph == null || !workflow.takeGraph()) {
      return false;
    }
    span.attribute(SpanAttributes.GRAPH, graph.json());
    return true;
  }

  private void add(List<Attribute> given, @Nullable Throwable error) {
    for (Attribute attribute : given) {
      String key = attribute.key();
      if (OURS.contains(key)) {
        counters.evidenceDiscarded();
      } else if (error == null || !key.equals(Outcome.ERROR_TYPE)) {
        span.attribute(attribute);
      }
    }
  }
}
