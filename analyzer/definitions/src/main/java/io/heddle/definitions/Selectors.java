package io.heddle.definitions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whose values a Dify node names: lists that begin with a node's id, and <code>{{#id.field#}}
 * </code> in texts.
 */
final class Selectors {
  private static final Pattern IN_TEXT = Pattern.compile("\\{\\{#([^.#{}]{1,200})\\.");

  private Selectors() {}

  /** The first word of every selector in the tree, be it the id of a node or not. */
  static Set<String> in(Tree tree) {
    Set<String> found = new HashSet<>();
    Deque<Tree> open = new ArrayDeque<>(List.of(tree));
    while (!open.isEmpty()) {
      Tree at = open.pop();
      String text = at.text();
      if (text != null) {
        IN_TEXT.matcher(text).results().forEach(match -> found.add(match.group(1)));
      }
      List<Tree> items = at.items();
      if (items.size() > 1 && items.get(0).text() != null) {
        found.add(items.get(0).text(""));
      }
      at.children().forEach(open::push);
    }
    return found;
  }
}
