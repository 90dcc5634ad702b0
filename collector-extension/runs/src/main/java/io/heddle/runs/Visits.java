package io.heddle.runs;

import io.heddle.mapping.Field;
import io.heddle.mapping.SpanMapper;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the attempts and visits nobody recorded: a node right after its own error under the same
 * parent is the next attempt, any other repetition the next visit.
 */
final class Visits {
  private static final int ANYWHERE = -2;

  private final List<Execution> executions = new ArrayList<>();
  private final BitSet attemptKnown = new BitSet();
  private final BitSet visitKnown = new BitSet();
  private final Map<Place, Integer> visitsOfNode = new HashMap<>();
  private final Map<Place, Execution> lastOfNode = new HashMap<>();
  private final Map<Integer, Execution> lastChild = new HashMap<>();
  private final Pool<Traits> traits;

  /** A node below a parent, or anywhere; compared without the cost of a record's own way. */
  private record Place(int parent, String service, String name) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Place place
          && parent == place.parent
          && name.equals(place.name)
          && service.equals(place.service);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * parent + name.hashCode()) + service.hashCode();
    }
  }

  /** Visits of a run that has none yet. */
  Visits(Pool<Traits> traits) {
    this.traits = traits;
  }

  /** Adds the next execution of the run; the mapper still holds its span. */
  void add(Execution execution, SpanMapper mapper) {
    boolean isRoot = execution.role() == Execution.Role.ROOT;
    attemptKnown.set(
        execution.index(), isRoot || mapper.has(Field.ATTEMPT) || mapper.has(Field.RESENDS));
    visitKnown.set(execution.index(), isRoot || mapper.has(Field.VISIT));
    executions.add(execution);
  }

  /** The executions in their order, all attempts and visits counted. */
  List<Execution> counted() {
    if (attemptKnown.cardinality() == executions.size()
        && visitKnown.cardinality() == executions.size()) {
      return executions;
    }
    List<Execution> byStart = new ArrayList<>(executions);
    byStart.sort(Comparator.comparingLong(Execution::startNs).thenComparingInt(Execution::index));
    for (Execution execution : byStart) {
      count(execution);
    }
    return executions;
  }

  private void count(Execution execution) {
    Place place = new Place(execution.parent(), execution.service(), execution.node());
    Execution last = lastOfNode.get(place);
    int attempt = execution.attempt();
    if (!attemptKnown.get(execution.index()) && last != null && isRetry(last, execution)) {
      attempt = last.attempt() + 1;
    }
    Execution counted = counted(execution, attempt, visit(execution, attempt));
    executions.set(execution.index(), counted);
    lastOfNode.put(place, counted);
    lastChild.put(execution.parent(), counted);
  }

  private Execution counted(Execution execution, int attempt, int visit) {
    return attempt == execution.attempt() && visit == execution.visit()
        ? execution
        : execution.with(traits.share(execution.traits().withVisit(attempt, visit)));
  }

  private int visit(Execution execution, int attempt) {
    if (visitKnown.get(execution.index())) {
      return execution.visit();
    }
    Place node = new Place(ANYWHERE, execution.service(), execution.node());
    return attempt > 1
        ? visitsOfNode.getOrDefault(node, 1)
        : visitsOfNode.merge(node, 1, Integer::sum);
  }

  private boolean isRetry(Execution last, Execution next) {
    return last.error() != null
        && last.endNs() <= next.startNs()
        && !cameBetween(lastChild.get(next.parent()), last, next);
  }

  private static boolean cameBetween(@Nullable Execution other, Execution last, Execution next) {
    return other != null
        && other.index() != last.index()
        && other.startNs() >= last.endNs()
        && other.endNs() <= next.startNs();
  }
}
