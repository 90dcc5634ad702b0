package io.heddle.core.blueprint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes the way back out of every cycle: its vertices run several rounds, and what follows the
 * cycle waits for all of them.
 */
final class Loops {
  private static final int NONE = -1;

  private final Wiring wiring;
  private final List<int[]> cycles;
  private final int[] cycleOf;
  private final int[] exits;
  private final Set<Arc> back = new HashSet<>();

  private Loops(Wiring wiring) {
    this.wiring = wiring;
    cycles = Cycles.of(targets(wiring.arcs, wiring.vertices()));
    cycleOf = new int[wiring.vertices()];
    Arrays.fill(cycleOf, NONE);
    for (int i = 0; i < cycles.size(); i++) {
      for (int vertex : cycles.get(i)) {
        cycleOf[vertex] = i;
      }
    }
    exits = cycles.stream().mapToInt(cycle -> wiring.addVertex()).toArray();
  }

  /** Rewires; the cycles found, each as its vertices in order. */
  static List<int[]> unroll(Wiring wiring) {
    Loops loops = new Loops(wiring);
    if (!loops.cycles.isEmpty()) {
      loops.findWaysBack();
      loops.rewire();
    }
    return loops.cycles;
  }

  private void rewire() {
    List<Arc> arcs = new ArrayList<>();
    for (Arc arc : wiring.arcs) {
      int cycle = cycleOf[arc.from()];
      if (cycle == NONE) {
        arcs.add(arc);
      } else if (cycleOf[arc.to()] != cycle) {
        arcs.add(arc.leaving(exits[cycle]));
      } else if (!back.contains(arc)) {
        arcs.add(arc.hardened());
      }
    }
    for (int i = 0; i < exits.length; i++) {
      for (int vertex : cycles.get(i)) {
        arcs.add(Arc.structural(vertex, exits[i]));
      }
    }
    wiring.arcs.clear();
    wiring.arcs.addAll(arcs);
  }

  /** Depth first through each cycle, from where it is entered: what leads to an open vertex. */
  private void findWaysBack() {
    List<List<Arc>> within = new ArrayList<>();
    for (int i = 0; i < cycleOf.length; i++) {
      within.add(new ArrayList<>());
    }
    Set<Integer> entries = new HashSet<>();
    for (Arc arc : wiring.arcs) {
      if (cycleOf[arc.from()] != NONE && cycleOf[arc.from()] == cycleOf[arc.to()]) {
        within.get(arc.from()).add(arc);
      } else if (cycleOf[arc.to()] != NONE) {
        entries.add(arc.to());
      }
    }
    Search search = new Search(within);
    for (int[] cycle : cycles) {
      Arrays.stream(cycle).filter(entries::contains).forEach(search::from);
      Arrays.stream(cycle).forEach(search::from);
    }
  }

  private final class Search {
    private final List<List<Arc>> arcs;
    private final int[] next;
    private final boolean[] seen;
    private final boolean[] open;

    Search(List<List<Arc>> arcs) {
      this.arcs = arcs;
      next = new int[arcs.size()];
      seen = new boolean[arcs.size()];
      open = new boolean[arcs.size()];
    }

    void from(int root) {
      Deque<Integer> path = new ArrayDeque<>();
      enter(root, path);
      while (!path.isEmpty()) {
        int vertex = path.peek();
        if (next[vertex] == arcs.get(vertex).size()) {
          open[path.pop()] = false;
        } else {
          Arc arc = arcs.get(vertex).get(next[vertex]++);
          if (open[arc.to()]) {
            back.add(arc);
          }
          enter(arc.to(), path);
        }
      }
    }

    private void enter(int vertex, Deque<Integer> path) {
      if (!seen[vertex]) {
        seen[vertex] = true;
        open[vertex] = true;
        path.push(vertex);
      }
    }
  }

  static int[][] targets(List<Arc> arcs, int vertices) {
    int[] counts = new int[vertices];
    arcs.forEach(arc -> counts[arc.from()]++);
    int[][] targets = new int[vertices][];
    for (int i = 0; i < vertices; i++) {
      targets[i] = new int[counts[i]];
    }
    arcs.forEach(arc -> targets[arc.from()][--counts[arc.from()]] = arc.to());
    return targets;
  }
}
