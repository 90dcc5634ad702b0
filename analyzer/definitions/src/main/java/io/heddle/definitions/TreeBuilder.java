package io.heddle.definitions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a tree together from its parts, within limits on depth and size. */
final class TreeBuilder {
  private static final int MOST_DEPTH = 200;
  private static final long MOST_VALUES = 5_000_000;

  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, Tree> anchors = new HashMap<>();
  private @Nullable Tree root;

  /** Opens an object or a list. */
  void open(Tree tree, @Nullable String anchor) throws DefinitionFormatException {
    if (open.size() == MOST_DEPTH) {
      throw tree.wrong("nested deeper than " + MOST_DEPTH + " levels");
    }
    open.push(new Open(tree, anchor));
  }

  void close() throws DefinitionFormatException {
    Open done = open.pop();
    remember(done.anchor, done.tree);
    put(done.tree);
  }

  /** Whether the next scalar is the name of a field. */
  boolean expectsName() {
    Open at = open.peek();
    return at != null && at.tree.isObject() && at.name == null;
  }

  void name(String name) {
    Open at = open.peek();
    if (at != null) {
      at.name = name;
    }
  }

  void scalar(Tree value, @Nullable String anchor) throws DefinitionFormatException {
    remember(anchor, value);
    put(value);
  }

  /** What was remembered under the anchor, once more. */
  void alias(String anchor, int line, int column) throws DefinitionFormatException {
    Tree known = anchors.get(anchor);
    if (known == null) {
      throw DefinitionFormatException.at("nothing is called &" + anchor, line, column);
    }
    put(known);
  }

  Tree root() {
    return root == null ? Tree.scalar(null, 1, 1) : root;
  }

  private void remember(@Nullable String anchor, Tree tree) {
    if (anchor != null) {
      anchors.put(anchor, tree);
    }
  }

  private void put(Tree value) throws DefinitionFormatException {
    Open at = open.peek();
    if (at == null) {
      root = value;
      return;
    }
    if (!at.tree.add(at.name, value)) {
      throw value.wrong("the field " + at.name + " is given twice");
    }
    at.name = null;
    if (at.tree.size() > MOST_VALUES) {
      throw at.tree.wrong("more than " + MOST_VALUES + " values, aliases counted as often as used");
    }
  }

  private static final class Open {
    private final Tree tree;
    private final @Nullable String anchor;
    private @Nullable String name;

    Open(Tree tree, @Nullable String anchor) {
      this.tree = tree;
      this.anchor = anchor;
    }
  }
}
