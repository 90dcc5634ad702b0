package io.heddle.core.blueprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which nodes can run at the same time: no way leads from one to the other, and some run goes
 * through both. Nodes that take no time, such as gateways, are left out.
 */
final class Parallelism {
  private final Network network;
  private final Passage passage;
  private final int[] work;
  private final int[] position;
  private final int[] depth;
  private final BitSet parallel = new BitSet();
  private final List<List<Integer>> groups = new ArrayList<>();

  Parallelism(Network network, Passage passage, List<Estimate> estimates) {
    this.network = network;
    this.passage = passage;
    work =
        IntStream.range(0, estimates.size())
            .filter(node -> estimates.get(node).ms() > 0 && network.reached(node))
            .toArray();
    position = new int[network.vertices()];
    Arrays.fill(position, -1);
    for (int i = 0; i < work.length; i++) {
      position[work[i]] = i;
    }
    depth = depths();
    compare();
    group();
  }

  /** Whether the node can run while another one does. */
  boolean isParallel(int node) {
    return parallel.get(node);
  }

  /** Sets of nodes that can all run at once; each parallel node lies in one at least. */
  List<List<Integer>> groups() {
    return groups;
  }

  /** The longest way to each node, counted in nodes that take time. */
  private int[] depths() {
    int[] depths = new int[network.vertices()];
    for (int vertex : network.order()) {
      int below = depths[vertex] + (position[vertex] >= 0 ? 1 : 0);
      for (int arc = network.firstArc(vertex); arc < network.firstArc(vertex + 1); arc++) {
        int to = network.arcs[arc].to();
        depths[to] = Math.max(depths[to], below);
      }
    }
    return depths;
  }

  /** Reachability of 64 nodes at a time, so that memory stays linear. */
  private void compare() {
    for (int from = 0; from < work.length; from += Long.SIZE) {
      long[] related = related(from);
      for (int i = 0; i < work.length; i++) {
        long unrelated = ~related[work[i]] & mask(from);
        while (unrelated != 0) {
          int other = work[from + Long.numberOfTrailingZeros(unrelated)];
          unrelated &= unrelated - 1;
          if (passage.scenariosOf(work[i]).intersects(passage.scenariosOf(other))) {
            parallel.set(work[i]);
            parallel.set(other);
            unrelated = 0;
          }
        }
      }
    }
  }

  private long mask(int from) {
    int size = Math.min(Long.SIZE, work.length - from);
    return size == Long.SIZE ? -1L : (1L << size) - 1;
  }

  /** For each vertex the nodes of the block that it reaches, or that reach it, or that it is. */
  private long[] related(int from) {
    long[] down = block(from);
    long[] up = block(from);
    int[] order = network.order();
    for (int vertex : order) {
      for (int arc = network.firstArc(vertex); arc < network.firstArc(vertex + 1); arc++) {
        down[network.arcs[arc].to()] |= down[vertex];
      }
    }
    for (int i = order.length - 1; i >= 0; i--) {
      int vertex = order[i];
      for (int arc = network.firstArc(vertex); arc < network.firstArc(vertex + 1); arc++) {
        up[vertex] |= up[network.arcs[arc].to()];
      }
      down[vertex] |= up[vertex];
    }
    return down;
  }

  private long[] block(int from) {
    long[] block = new long[network.vertices()];
    for (int i = 0; i < Long.SIZE && from + i < work.length; i++) {
      block[work[from + i]] = 1L << i;
    }
    return block;
  }

  private void group() {
    TreeMap<Integer, List<Group>> levels = new TreeMap<>();
    for (int node : work) {
      if (parallel.get(node)) {
        join(levels.computeIfAbsent(depth[node], unused -> new ArrayList<>()), node);
      }
    }
    List<Group> alone = new ArrayList<>();
    for (List<Group> level : levels.values()) {
      for (Group group : level) {
        if (group.nodes.size() > 1) {
          groups.add(group.nodes);
        } else {
          alone.add(group);
        }
      }
    }
    alone.forEach(this::pair);
  }

  /** Nodes of one depth never lead to each other, but may exclude each other. */
  private void join(List<Group> level, int node) {
    for (Group group : level) {
      if (group.common.intersects(passage.scenariosOf(node))) {
        group.common.and(passage.scenariosOf(node));
        group.nodes.add(node);
        return;
      }
    }
    Group fresh = new Group((BitSet) passage.scenariosOf(node).clone(), new ArrayList<>());
    fresh.nodes.add(node);
    level.add(fresh);
  }

  /** A node alone at its depth runs beside a longer or shorter way: with the nearest such node. */
  private void pair(Group alone) {
    int node = alone.nodes.get(0);
    long[] related = related(position[node] / Long.SIZE * Long.SIZE);
    long bit = 1L << (position[node] % Long.SIZE);
    Arrays.stream(work)
        .filter(other -> (related[other] & bit) == 0)
        .filter(other -> passage.scenariosOf(other).intersects(alone.common))
        .boxed()
        .min((one, two) -> Integer.compare(distance(node, one), distance(node, two)))
        .ifPresent(other -> groups.add(node < other ? List.of(node, other) : List.of(other, node)));
  }

  private int distance(int one, int other) {
    return Math.abs(depth[one] - depth[other]);
  }

  private record Group(BitSet common, List<Integer> nodes) {}
}
