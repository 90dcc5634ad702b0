package io.heddle.core.blueprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How often nodes run because of the containers and cycles they lie in. */
final class Rounds {
  private final Wiring wiring;
  private final double[] executions;
  private final double[] waves;
  private final double[] width;

  Rounds(Wiring wiring, List<int[]> cycles, Beliefs beliefs) {
    this.wiring = wiring;
    executions = ones();
    waves = ones();
    width = ones();
    containers(beliefs);
    cycles.forEach(cycle -> cycle(nodesOf(cycle), beliefs));
  }

  /** Executions of the node in a run that reaches it. */
  double executions(int node) {
    return executions[node];
  }

  /** How many of them come after each other. */
  double waves(int node) {
    return waves[node];
  }

  /** How many of them run at once. */
  double width(int node) {
    return width[node];
  }

  /** From the outside in, so that measured rounds can be divided by those around them. */
  private void containers(Beliefs beliefs) {
    List<List<Integer>> contents = contents();
    IntStream.range(0, executions.length)
        .filter(i -> !wiring.nodes.get(i).repeat().equals(BlueprintNode.Repeat.ONCE))
        .boxed()
        .sorted(Comparator.comparingInt(this::depth))
        .forEach(i -> repeat(i, wiring.isContainer(i) ? contents.get(i) : List.of(i), beliefs));
  }

  private void repeat(int node, List<Integer> content, Beliefs beliefs) {
    BlueprintNode container = wiring.nodes.get(node);
    List<BlueprintNode> nodes = content.stream().map(wiring.nodes::get).toList();
    double rounds = beliefs.rounds(container, nodes, executions[node]);
    List<Integer> repeated = wiring.isContainer(node) ? inside(node) : content;
    repeated.forEach(inner -> repeat(inner, rounds, container.repeat().width()));
  }

  private void cycle(List<Integer> members, Beliefs beliefs) {
    double around = members.isEmpty() ? 1 : executions[members.get(0)];
    double rounds = beliefs.cycle(members.stream().map(wiring.nodes::get).toList(), around);
    members.forEach(member -> repeat(member, rounds, 1));
  }

  private List<Integer> nodesOf(int[] cycle) {
    return Arrays.stream(cycle).filter(vertex -> vertex < executions.length).boxed().toList();
  }

  private List<List<Integer>> contents() {
    List<List<Integer>> contents = new ArrayList<>();
    IntStream.range(0, executions.length).forEach(i -> contents.add(new ArrayList<>()));
    for (int i = 0; i < executions.length; i++) {
      if (wiring.parent(i) >= 0) {
        contents.get(wiring.parent(i)).add(i);
      }
    }
    return contents;
  }

  private List<Integer> inside(int container) {
    return IntStream.range(0, executions.length)
        .filter(i -> i != container && wiring.isInside(i, container))
        .boxed()
        .toList();
  }

  private int depth(int node) {
    int depth = 0;
    for (int at = wiring.parent(node); at >= 0; at = wiring.parent(at)) {
      depth++;
    }
    return depth;
  }

  private void repeat(int node, double rounds, int atOnce) {
    double together = Math.max(1, Math.min(rounds, atOnce));
    executions[node] *= rounds;
    waves[node] *= together == 1 ? rounds : Math.ceil(rounds / together);
    width[node] *= together;
  }

  private double[] ones() {
    double[] ones = new double[wiring.nodes.size()];
    Arrays.fill(ones, 1);
    return ones;
  }
}
