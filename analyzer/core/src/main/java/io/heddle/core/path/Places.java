package io.heddle.core.path;

/**
 * Where each execution stands when siblings stand side by side in the order of their ends: roots
 * first, then the children of each place in turn.
 */
final class Places {
  private final Columns columns;

  /** Where the children of each index begin among all in order of index; roots come first. */
  private final int[] groups;

  private final int[] grouped;
  private final int[] indices;
  private final int[] children;
  private int placed;

  Places(Columns columns) {
    this.columns = columns;
    groups = new int[columns.size() + 2];
    grouped = new int[columns.size()];
    indices = new int[columns.size()];
    children = new int[columns.size() + 1];
    group();
    place(0);
    for (int place = 0; place < placed; place++) {
      children[place] = placed;
      place(1 + indices[place]);
      EndOrder.sort(indices, children[place], placed, columns);
    }
    children[placed] = placed;
    if (placed < columns.size()) {
      throw new IllegalArgumentException("Executions of a run may not be above themselves.");
    }
  }

  /** Of the execution at this place. */
  int index(int place) {
    return indices[place];
  }

  int[] byIndex() {
    int[] places = new int[placed];
    for (int place = 0; place < placed; place++) {
      places[indices[place]] = place;
    }
    return places;
  }

  int firstChild(int place) {
    return children[place];
  }

  /** The place behind it. */
  int lastChild(int place) {
    return children[place + 1];
  }

  private void group() {
    for (int i = 0; i < grouped.length; i++) {
      groups[parent(i) + 1]++;
    }
    for (int i = 1; i < groups.length; i++) {
      groups[i] += groups[i - 1];
    }
    int[] next = groups.clone();
    for (int i = 0; i < grouped.length; i++) {
      grouped[next[parent(i)]++] = i;
    }
  }

  /** 0 for a root, else one more than the parent's index. */
  private int parent(int index) {
    return Math.max(columns.parent(index), -1) + 1;
  }

  private void place(int group) {
    for (int i = groups[group]; i < groups[group + 1]; i++) {
      indices[placed++] = grouped[i];
    }
  }
}
