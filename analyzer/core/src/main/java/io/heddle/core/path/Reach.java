package io.heddle.core.path;

/** Everything below a root, level by level; nothing below a detached top. */
final class Reach {
  private final Tree tree;
  private final int[] queue;
  private int read;
  private int written;

  Reach(Tree tree, int root) {
    this.tree = tree;
    queue = new int[tree.size()];
    addChildren(root);
  }

  boolean next() {
    if (read == written) {
      return false;
    }
    read++;
    if (tree.attached(current())) {
      addChildren(current());
    }
    return true;
  }

  int current() {
    return queue[read - 1];
  }

  private void addChildren(int index) {
    for (int i = tree.firstChild(index); i < tree.lastChild(index); i++) {
      queue[written++] = tree.child(i);
    }
  }
}
