package io.heddle.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Edges of engines that work in numbered steps with a barrier between two: what ran in one step
 * comes before all of the next. Where one child of a parent says no step, time orders them all, and
 * where that parent is the root, the run has no such edges: a half of them would hide the rest.
 */
final class Supersteps {
  /** Above this many edges between two steps, only what ended last stands for its step. */
  private static final int MOST_EDGES = 10_000;

  private final List<@Nullable Long> steps = new ArrayList<>();
  private boolean said;

  /** Notes the step of the next execution, null when its span says none. */
  void add(@Nullable Long step) {
    steps.add(step);
    said |= step != null;
  }

  /** Adds the edges to executions that have none. */
  void link(List<Execution> executions) {
    if (!said) {
      return;
    }
    Map<Integer, List<Execution>> families = families(executions);
    List<Execution> top = families.getOrDefault(0, List.of());
    if (top.size() > 1 && !saysSteps(top)) {
      return;
    }
    for (List<Execution> children : families.values()) {
      if (saysSteps(children)) {
        link(children, executions);
      }
    }
  }

  private static Map<Integer, List<Execution>> families(List<Execution> executions) {
    Map<Integer, List<Execution>> families = new LinkedHashMap<>();
    for (Execution execution : executions) {
      if (execution.parent() >= 0) {
        families.computeIfAbsent(execution.parent(), parent -> new ArrayList<>()).add(execution);
      }
    }
    return families;
  }

  private boolean saysSteps(List<Execution> children) {
    return children.stream().allMatch(child -> steps.get(child.index()) != null);
  }

  private void link(List<Execution> children, List<Execution> executions) {
    SortedMap<Long, List<Execution>> byStep = new TreeMap<>();
    for (Execution child : children) {
      long step = Objects.requireNonNull(steps.get(child.index()));
      byStep.computeIfAbsent(step, unseen -> new ArrayList<>()).add(child);
    }
    List<Execution> before = List.of();
    for (List<Execution> step : byStep.values()) {
      int[] predecessors = predecessors(before, step.size());
      for (Execution execution : step) {
        if (predecessors.length > 0 && execution.predecessors().length == 0) {
          executions.set(execution.index(), execution.after(predecessors));
        }
      }
      before = step;
    }
  }

  private static int[] predecessors(List<Execution> before, int successors) {
    if ((long) before.size() * successors <= MOST_EDGES) {
      return before.stream().mapToInt(Execution::index).sorted().toArray();
    }
    Execution last = before.get(0);
    for (Execution execution : before) {
      last = execution.endNs() > last.endNs() ? execution : last;
    }
    return new int[] {last.index()};
  }
}
