package io.heddle.runs;

import io.heddle.mapping.Field;
import io.heddle.mapping.SpanMapper;
import io.heddle.mapping.SpanRole;
import io.heddle.otlp.Spans;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds one run after the other from the trees under its tops, for one thread. */
final class RunBuilder {
  private final Pool<Traits> traits = new Pool<>();
  private final Pool<WorkflowKey> workflows = new Pool<>();
  private final Trees trees;
  private final SpanForest forest;
  private final Spans spans;
  private final SpanMarks marks;
  private final WorkflowRoots roots;
  private final SpanMapper mapper;
  private final ExecutionFactory executions;
  private final Members members;
  private final List<RunDraft> drafts = new ArrayList<>();
  private final FirstVisits firsts = new FirstVisits();
  private final Set<String> coldRecorded = new HashSet<>();
  private final BitSet mapped = new BitSet();

  RunBuilder(Trees trees, SpanMapper mapper) {
    this.trees = trees;
    this.mapper = mapper;
    forest = trees.forest();
    roots = trees.roots();
    marks = trees.marks();
    spans = trees.spans();
    executions = new ExecutionFactory(forest, roots, mapper, traits);
    members = new Members(forest);
  }

  /** All runs so far. */
  Batch batch() {
    return new Batch(drafts, firsts, coldRecorded, mapped);
  }

  /** Builds the run with these tops. */
  void run(List<Integer> tops) {
    RunDraft draft = draft(tops);
    drafts.add(draft);
    firsts.add(draft);
  }

  private RunDraft draft(List<Integer> unsorted) {
    List<Integer> tops = new ArrayList<>(unsorted);
    tops.sort(
        Comparator.comparing((Integer top) -> marks.workflow(top) == null)
            .thenComparingLong(spans::startNs));
    members.collect(tops);
    int top = tops.get(0);
    NodeRule rule = NodeRule.of(members, marks, roots.isMarked(top));
    Visits visits = new Visits(traits);
    Recorded recorded = new Recorded(mapper, trees.workflow(top, mapper));
    ColdInvocations cold = new ColdInvocations(mapper, traits);
    for (int i = 0; i < members.size(); i++) {
      Execution execution = cold.marked(executions.execution(members, i, role(rule, i)));
      visits.add(execution, mapper);
      recorded.add(execution);
      noteCold(execution);
    }
    Set<Run.Flag> flags = flags(tops);
    if (!flags.contains(Run.Flag.ENVELOPE)) {
      noteMapped();
    }
    if (recorded.hasInstants()) {
      flags.add(Run.Flag.INSTANT_WORKFLOW);
    }
    if (recorded.isAbandoned()) {
      flags.add(Run.Flag.UNFINISHED);
    }
    List<Execution> counted = visits.counted();
    recorded.complete(counted);
    mapper.map(top);
    return new RunDraft(
        workflows.share(
            new WorkflowKey(
                trees.service(top),
                trees.workflow(top, mapper),
                version(recorded.engineVersion()))),
        Objects.requireNonNullElse(marks.runId(top), counted.get(0).traceId()),
        trees.primaries().isPrimary(top),
        counted,
        new RunDraft.GraphText(
            mapper.text(Field.GRAPH), mapper.text(Field.GRAPH_HASH), recorded.listed()),
        flags);
  }

  private void noteMapped() {
    for (int i = 0; i < members.size(); i++) {
      mapped.set(members.span(i));
    }
  }

  private void noteCold(Execution execution) {
    String instance = execution.evidence().instance();
    if (instance != null && mapper.has(Field.COLD)) {
      coldRecorded.add(instance);
    }
  }

  private Execution.Role role(NodeRule rule, int position) {
    int span = members.span(position);
    if (position == 0 || (forest.parents[span] < 0 && roots.isMarked(span))) {
      return Execution.Role.ROOT;
    }
    boolean isNode = rule.isNode(marks, span) && !isInside(span);
    return isNode || roots.isMarked(span) ? Execution.Role.NODE : Execution.Role.OPERATION;
  }

  /** Whether the span only says the node that a span above it is. */
  private boolean isInside(int span) {
    String node = marks.inheritedNode(span);
    int above = span;
    while (node != null && above >= 0 && (above == span || !roots.isMarked(above))) {
      above = forest.parents[above];
      if (above >= 0 && marks.inheritedNode(above) != null) {
        return node.equals(marks.inheritedNode(above));
      }
    }
    return false;
  }

  /** As the agent writes it: the application's version, then the hash of what it defined. */
  private @Nullable String version(@Nullable String engineVersion) {
    String service = mapper.text(Field.SERVICE_VERSION);
    String workflow = mapper.text(Field.WORKFLOW_VERSION);
    workflow = workflow == null ? engineVersion : workflow;
    if (workflow == null) {
      workflow = mapper.text(Field.GRAPH_HASH);
    }
    if (service == null || workflow == null) {
      return service == null ? workflow : service;
    }
    return workflow.startsWith(service) ? workflow : service + "+" + workflow;
  }

  private Set<Run.Flag> flags(List<Integer> tops) {
    Set<Run.Flag> flags = EnumSet.noneOf(Run.Flag.class);
    int top = tops.get(0);
    if (spans.parentSpanId(top) != 0 && forest.parents[top] < 0 && forest.request(top) < 0) {
      flags.add(Run.Flag.ORPHAN_ROOT);
      if (isWithoutRoot(tops)) {
        flags.add(Run.Flag.UNFINISHED);
      }
    }
    if (spans.endNs(top) == 0 && spans.startNs(top) > 0) {
      flags.add(Run.Flag.UNFINISHED);
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

  /** Whether only nodes of the run are there: the root, which ends last, never arrived. */
  private boolean isWithoutRoot(List<Integer> tops) {
    int top = tops.get(0);
    return marks.role(top) == SpanRole.NODE
        && marks.workflow(top) != null
        && tops.stream().noneMatch(roots::isMarked);
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
