package io.heddle.core.blueprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a reader of a profile should know about the definition and the guesses. */
record Remarks(Network network, List<Estimate> estimates, Assumptions assumptions) {
  private static final int NAMED = 5;

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int[] cycle : network.cycles) {
      List<String> ids = ids(Arrays.stream(cycle));
      if (!ids.isEmpty()) {
        lines.add("the cycle of %s counts as %s rounds".formatted(some(ids), rounds(cycle[0])));
      }
    }
    add(lines, "no run comes to ", IntStream.range(0, size()).filter(i -> !network.reached(i)));
    List<String> strange =
        new ArrayList<>(
            network.nodes.stream()
                .filter(node -> !TypeCosts.knows(node.type()))
                .filter(node -> assumptions.of(node).ms() == null)
                .map(BlueprintNode::type)
                .collect(Collectors.toCollection(TreeSet::new)));
    if (!strange.isEmpty()) {
      lines.add("no estimate is known for nodes of type " + some(strange) + "; 100 ms is assumed");
    }
    add(
        lines,
        "how long people take is a guess, at ",
        IntStream.range(0, size())
            .filter(i -> network.nodes.get(i).type().equals("human"))
            .filter(i -> estimates.get(i).source() == Estimate.Source.TYPE_DEFAULT));
    return lines;
  }

  private int size() {
    return network.nodes.size();
  }

  private String rounds(int vertex) {
    double rounds = network.rounds.executions(vertex);
    return rounds == Math.rint(rounds)
        ? Long.toString((long) rounds)
        : Double.toString(Math.rint(rounds * 100) / 100);
  }

  private void add(List<String> lines, String what, IntStream nodes) {
    List<String> ids = ids(nodes);
    if (!ids.isEmpty()) {
      lines.add(what + some(ids));
    }
  }

  private List<String> ids(IntStream vertices) {
    return vertices.filter(i -> i < size()).mapToObj(i -> network.nodes.get(i).id()).toList();
  }

  private static String some(List<String> ids) {
    String first = ids.stream().limit(NAMED).collect(Collectors.joining(", "));
    return ids.size() <= NAMED ? first : first + " and " + (ids.size() - NAMED) + " more";
  }
}
