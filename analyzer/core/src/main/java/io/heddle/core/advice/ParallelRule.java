package io.heddle.core.advice;

import io.heddle.core.replay.Change;
import io.heddle.runs.Evidence;
import io.heddle.runs.Execution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Nodes that ran one after another although nothing that was seen makes one need the other. What
 * happens outside the workflow's state is not seen, and the recommendation says so.
 */
public final class ParallelRule implements Rule {
  private static final int PRIORITY = 9;

  @Override
  public String id() {
    return "parallel";
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  @Override
  public List<Proposal> examine(Subject subject) {
    List<Proposal> proposals = new ArrayList<>();
    for (Scope scope : subject.scopes()) {
      proposals.addAll(select(subject, candidates(subject, scope)));
    }
    return proposals;
  }

  private List<Group> candidates(Subject subject, Scope scope) {
    Independence independence = new Independence(scope, subject.definitions());
    List<Fan> fans = subject.fans(scope);
    List<Group> groups = new ArrayList<>();
    for (List<String> nodes :
        Cliques.of(
            independence.candidates(),
            (a, b) ->
                independence.independent(a, b)
                    && fans.stream().noneMatch(f -> f.separates(a, b)))) {
      Saving saving = subject.worth(List.of(Change.Parallel.of(nodes)));
      if (saving != null) {
        groups.add(new Group(scope, nodes, saving));
      }
    }
    groups.sort(Comparator.comparingDouble((Group g) -> g.saving.meanMs()).reversed());
    return groups;
  }

  /** The best group, and each further one that gains something beside those before it. */
  private List<Proposal> select(Subject subject, List<Group> groups) {
    List<Change> taken = new ArrayList<>();
    List<Proposal> proposals = new ArrayList<>();
    double gained = 0;
    for (Group group : groups) {
      List<Change> more = new ArrayList<>(taken);
      more.add(Change.Parallel.of(group.nodes));
      Saving together = subject.worth(more);
      if (together != null && subject.matters(together.meanMs() - gained)) {
        taken = more;
        gained = together.meanMs();
        proposals.add(new Proposal(recommend(subject, group), List.of(more.get(more.size() - 1))));
      }
    }
    return proposals;
  }

  private Recommendation recommend(Subject subject, Group group) {
    OutsideEffects effects = OutsideEffects.of(subject.runs(), group.nodes);
    String list = String.join(", ", group.nodes);
    return new Draft(subject, this, Category.PARALLELIZATION, group.nodes)
        .title("Run " + list + " side by side")
        .evidence(effects.describe(evidence(subject, group)).with("warning", warning(effects)))
        .saving(group.saving)
        .effort(Level.MEDIUM)
        .risk(effects.writes().isEmpty() ? Level.MEDIUM : Level.HIGH)
        .steps(
            "Check that none of " + list + " relies on what another one does outside the state.",
            "Let all of them start from the node before the first one, and join before the next.",
            "Run the workload again and compare with the predicted interval.")
        .example(
            EngineWords.of(subject.engine()).sideBySide(Neighbours.of(group.scope, group.nodes)))
        .done();
  }

  private static Facts evidence(Subject subject, Group group) {
    double current = subject.meanMs();
    return Facts.none()
        .withRows("dataFlow", group.nodes.stream().map(group::touched).toList())
        .with(
            "proof",
            "no name written by one is read or written by another, directly or through"
                + " nodes between them, in any execution")
        .with("control", group.control(subject))
        .with("runs", group.runs())
        .with("failedExecutionsLeftOut", group.leftOut())
        .with("currentMs", current)
        .with("replayedMs", current - group.saving.meanMs())
        .with("assumed", SideBySide.NOTHING_SHARED);
  }

  private static String warning(OutsideEffects effects) {
    return effects.writes().isEmpty()
        ? "What the nodes do outside the workflow's state (database, network, files) was not fully"
            + " observed: keep the order if one needs what another does there."
        : "Calls that may write were seen: keep the order if one needs what another does there.";
  }

  private record Group(Scope scope, List<String> nodes, Saving saving) {
    Facts touched(String node) {
      return Facts.none()
          .with("node", node)
          .with("reads", names(node, true))
          .with("writes", names(node, false))
          .with("executions", scope.executions(node).size());
    }

    long runs() {
      return scope.siblings().stream()
          .filter(s -> s.executions().stream().anyMatch(e -> nodes.contains(e.node())))
          .count();
    }

    long leftOut() {
      return nodes.stream()
          .flatMap(node -> scope.executions(node).stream())
          .filter(Touched::leftOut)
          .count();
    }

    String control(Subject subject) {
      boolean defined =
          scope.siblings().stream().allMatch(s -> subject.definitions().of(s.run()) != null);
      return defined
          ? "no conditional edge of the definition lies between them"
          : "no definition was captured; they ran equally often, and in every run that did not fail";
    }

    private List<String> names(String node, boolean reads) {
      Set<List<String>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Execution execution : scope.executions(node)) {
        Evidence evidence = execution.evidence();
        List<String> list = reads ? evidence.reads() : evidence.writes();
        if (list != null) {
          seen.add(list);
        }
      }
      Set<String> names = new TreeSet<>();
      seen.forEach(names::addAll);
      return List.copyOf(names);
    }
  }
}
