package io.heddle.recorder;

import io.heddle.contract.SpanAttributes;
import io.heddle.recorder.export.Attribute;
import io.heddle.recorder.jvm.CompiledApart;
import io.heddle.recorder.metrics.Histogram;
import io.heddle.recorder.metrics.Histograms;
import io.heddle.recorder.metrics.Instrument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long nodes take and wait, and runs take, by workflow, version, node and outcome: of every
 * record, whether its span is sent or not. Drain thread only.
 */
final class Durations {
  private static final String SECONDS = "s";

  private final @Nullable String serviceVersion;
  private final Histograms nodes;
  private final Histograms waits;
  private final Histograms runs;

  Durations(@Nullable String serviceVersion, int maxSeries) {
    this.serviceVersion = serviceVersion;
    this.nodes = histograms("heddle.node.duration", "How long nodes took.", maxSeries);
    this.waits =
        histograms("heddle.node.wait", "How long nodes waited before they began.", maxSeries);
    this.runs = histograms("heddle.workflow.duration", "How long runs took.", maxSeries);
  }

  private static Histograms histograms(String name, String meaning, int maxSeries) {
    return new Histograms(new Instrument.Description(name, SECONDS, meaning), maxSeries);
  }

  List<Instrument> instruments() {
    return List.of(nodes, waits, runs);
  }

  /** Adds an execution of a node; an operation is part of one. */
  void add(ExecutionRecord record) {
    Node node = record.node();
    if (node != null) {
      NodeSeries series = series(record, node);
      series.duration().add(record.end() - record.begin());
      if (record.is(ExecutionDescriptor.WAITED)) {
        series.waiting().add(record.waitNs());
      }
    }
  }

  /** Adds a run that has ended, and is not part of another. */
  void add(Run run, Run.End end) {
    ofRun(run, end.error()).add(run.trace().durationNs(end.nano()));
  }

  private Histogram ofRun(Run run, @Nullable Throwable error) {
    Histogram known = error == null ? run.workflow().durations() : null;
    if (known != null) {
      return known;
    }
    List<Attribute> attributes = attributes(run);
    fail(attributes, error);
    Histogram found = runs.of(attributes);
    if (error == null) {
      run.workflow().durations(found);
    }
    return found;
  }

  private NodeSeries series(ExecutionRecord record, Node node) {
    Details details = record.details();
    Throwable error = details == null ? null : details.error();
    if (error != null) {
      return looked(record, node, error);
    }
    NodeSeries known = node.series();
    if (known == null || known.root() != record.run().trace().workflow()) {
      known = looked(record, node, null);
      node.series(known);
    }
    return known;
  }

  @CompiledApart
  private NodeSeries looked(ExecutionRecord record, Node node, @Nullable Throwable error) {
    List<Attribute> attributes = attributes(record.run());
    attributes.add(new Attribute(SpanAttributes.NODE_ID, node.id()));
    attributes.add(new Attribute(SpanAttributes.NODE_TYPE, node.type()));
    fail(attributes, error);
    Histogram duration = nodes.of(attributes);
    return new NodeSeries(record.run().trace().workflow(), duration, waits.of(attributes));
  }

  private List<Attribute> attributes(Run run) {
    Workflow root = run.trace().workflow();
    List<Attribute> attributes = new ArrayList<>(6);
    attributes.add(new Attribute(SpanAttributes.ENGINE, run.workflow().engine()));
    attributes.add(new Attribute(SpanAttributes.WORKFLOW_NAME, root.name()));
    String version = root.version(serviceVersion);
    if (version != null) {
      attributes.add(new Attribute(SpanAttributes.WORKFLOW_VERSION, version));
    }
    return attributes;
  }

  private static void fail(List<Attribute> attributes, @Nullable Throwable error) {
    if (error != null) {
      attributes.add(new Attribute(Outcome.ERROR_TYPE, error.getClass().getName()));
    }
  }
}
