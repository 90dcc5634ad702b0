package io.heddle.core.path;

import io.heddle.runs.Execution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tops of subtrees nobody waited for, by the root above them; what is below a top is not named. */
final class Detached {
  private static final int BELOW_A_TOP = -1;

  private final Tree tree;

  /** The root above each, all of whose spans between are waited for. */
  private final int[] roots;

  private final List<List<Execution>> tops = new ArrayList<>();

  Detached(Tree tree) {
    this.tree = tree;
    roots = new int[tree.size()];
    for (int root = 0; root < tree.roots(); root++) {
      roots[root] = root;
      tops.add(new ArrayList<>());
    }
    for (int place = tree.roots(); place < tree.size(); place++) {
      read(place, roots[tree.parent(place)]);
    }
  }

  /** In the order given. */
  List<Execution> below(int root, Comparator<Execution> order) {
    return tops.get(root).stream().sorted(order).toList();
  }

  private void read(int place, int root) {
    boolean top = root != BELOW_A_TOP && !tree.attached(place);
    roots[place] = top ? BELOW_A_TOP : root;
    if (top) {
      tops.get(root).add(tree.execution(place));
    }
  }
}
