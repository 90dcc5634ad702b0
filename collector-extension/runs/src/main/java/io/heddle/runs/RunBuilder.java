package io.heddle.runs;

import io.heddle.mapping.Field;
import io.heddle.mapping.SpanMapper;
import io.heddle.otlp.Spans;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds one run after the other from the trees under its tops. */
final class RunBuilder {
  private final SpanForest forest;
  private final Spans spans;
  private final WorkflowRoots roots;
  private final Primaries primaries;
  private final SpanMapper mapper;
  private final ExecutionFactory executions;

  RunBuilder(SpanForest forest, WorkflowRoots roots, Primaries primaries) {
    this.forest = forest;
    this.roots = roots;
    this.primaries = primaries;
    spans = forest.spans;
    mapper = new SpanMapper(spans);
    executions = new ExecutionFactory(spans, mapper);
  }

  String service(int span) {
    return Objects.requireNonNullElse(spans.service(span), ExecutionFactory.UNKNOWN_SERVICE);
  }

  String workflow(int span) {
    return Objects.requireNonNullElse(roots.workflow(span), spans.name(span));
  }

  Run run(List<Integer> unsorted) {
    List<Integer> tops = new ArrayList<>(unsorted);
    tops.sort(Comparator.comparingLong(spans::startNs));
    Members members = new Members(forest, tops);
    Set<Run.Flag> flags = flags(tops, members);
    List<Execution> list = new ArrayList<>(members.size());
    for (int i = 0; i < members.size(); i++) {
      list.add(executions.execution(members, i, role(members, i)));
    }
    int top = tops.get(0);
    String runId = Objects.requireNonNullElse(roots.runId(top), spans.traceId(top));
    mapper.map(spans, top);
    return new Run(
        new WorkflowKey(service(top), workflow(top), version()),
        runId,
        spans.traceId(top),
        primaries.isPrimary(top),
        list,
        null,
        flags);
  }

  private @Nullable String version() {
    return mapper.text(Field.WORKFLOW_VERSION);
  }

  private Execution.Role role(Members members, int i) {
    if (i == 0) {
      return Execution.Role.ROOT;
    }
    mapper.map(spans, members.span(i));
    return mapper.has(Field.NODE) || roots.isMarked(members.span(i))
        ? Execution.Role.NODE
        : Execution.Role.OPERATION;
  }

  private Set<Run.Flag> flags(List<Integer> tops, Members members) {
    Set<Run.Flag> flags = EnumSet.noneOf(Run.Flag.class);
    int top = tops.get(0);
    if (spans.parentSpanId(top) != 0 && forest.parents[top] < 0) {
      flags.add(Run.Flag.ORPHAN_ROOT);
    }
    if (roots.above(top) >= 0) {
      flags.add(Run.Flag.NESTED);
    }
    if (tops.size() > 1) {
      flags.add(Run.Flag.SEVERAL_ROOTS);
    }
    for (int i = 0; i < members.size(); i++) {
      addFlags(flags, members.span(i));
      if (i > 0 && roots.isMarked(members.span(i)) && !roots.isMarked(top)) {
        flags.add(Run.Flag.ENVELOPE);
      }
    }
    return flags;
  }

  private void addFlags(Set<Run.Flag> flags, int span) {
    if (forest.cut.get(span)) {
      flags.add(Run.Flag.PARENT_CYCLE);
    }
    if (forest.duplicated.get(span)) {
      flags.add(Run.Flag.DUPLICATE_SPAN);
    }
    if (spans.endNs(span) < spans.startNs(span)) {
      flags.add(Run.Flag.NEGATIVE_DURATION);
    }
  }
}
