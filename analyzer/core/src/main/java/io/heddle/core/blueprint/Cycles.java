package io.heddle.core.blueprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Groups of vertices that reach each other, by Tarjan's algorithm without recursion. */
final class Cycles {
  private final int[][] successors;
  private final int[] number;
  private final int[] low;
  private final int[] next;
  private final boolean[] open;
  private final int[] path;
  private final int[] stack;
  private final List<int[]> groups = new ArrayList<>();
  private int pathSize;
  private int stackSize;
  private int numbered;

  private Cycles(int[][] successors) {
    int size = successors.length;
    this.successors = successors;
    number = new int[size];
    low = new int[size];
    next = new int[size];
    open = new boolean[size];
    path = new int[size];
    stack = new int[size];
  }

  /**
   * Each group sorted, in order of their first vertex; a vertex alone only if it leads to itself.
   */
  static List<int[]> of(int[][] successors) {
    Cycles search = new Cycles(successors);
    for (int vertex = 0; vertex < successors.length; vertex++) {
      if (search.number[vertex] == 0) {
        search.walk(vertex);
      }
    }
    search.groups.sort((one, other) -> Integer.compare(one[0], other[0]));
    return search.groups;
  }

  private void walk(int root) {
    enter(root);
    while (pathSize > 0) {
      int vertex = path[pathSize - 1];
      if (next[vertex] < successors[vertex].length) {
        look(vertex, successors[vertex][next[vertex]++]);
      } else {
        leave(vertex);
      }
    }
  }

  private void enter(int vertex) {
    number[vertex] = ++numbered;
    low[vertex] = numbered;
    open[vertex] = true;
    path[pathSize++] = vertex;
    stack[stackSize++] = vertex;
  }

  private void look(int vertex, int successor) {
    if (number[successor] == 0) {
      enter(successor);
    } else if (open[successor]) {
      low[vertex] = Math.min(low[vertex], number[successor]);
    }
  }

  private void leave(int vertex) {
    pathSize--;
    if (pathSize > 0) {
      int before = path[pathSize - 1];
      low[before] = Math.min(low[before], low[vertex]);
    }
    if (low[vertex] == number[vertex]) {
      close(vertex);
    }
  }

  private void close(int vertex) {
    int from = stackSize;
    do {
      open[stack[--from]] = false;
    } while (stack[from] != vertex);
    int[] group = Arrays.copyOfRange(stack, from, stackSize);
    stackSize = from;
    if (group.length > 1 || leadsToItself(vertex)) {
      Arrays.sort(group);
      groups.add(group);
    }
  }

  private boolean leadsToItself(int vertex) {
    return Arrays.stream(successors[vertex]).anyMatch(successor -> successor == vertex);
  }
}
