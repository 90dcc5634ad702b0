package io.heddle.core.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Largest sets of which every two elements go together (Bron and Kerbosch, CACM 16(9), 1973,
 * without pivoting: workflows are small). Elements keep the order in which they were given.
 */
final class Cliques<T> {
  private static final int MOST = 1_000;

  private final BiPredicate<T, T> together;
  private final List<List<T>> found = new ArrayList<>();

  private Cliques(BiPredicate<T, T> together) {
    this.together = together;
  }

  /** Every maximal clique of two or more elements; at most 1,000 of them. */
  static <T> List<List<T>> of(List<T> elements, BiPredicate<T, T> together) {
    Cliques<T> cliques = new Cliques<>(together);
    cliques.extend(List.of(), elements, List.of());
    return cliques.found;
  }

  private void extend(List<T> clique, List<T> candidates, List<T> excluded) {
    if (found.size() >= MOST) {
      return;
    }
    if (candidates.isEmpty() && excluded.isEmpty() && clique.size() >= 2) {
      found.add(clique);
    }
    List<T> done = new ArrayList<>(excluded);
    for (int i = 0; i < candidates.size(); i++) {
      T next = candidates.get(i);
      List<T> larger = new ArrayList<>(clique);
      larger.add(next);
      extend(larger, with(next, candidates.subList(i + 1, candidates.size())), with(next, done));
      done.add(next);
    }
  }

  private List<T> with(T element, List<T> others) {
    return others.stream().filter(other -> together.test(element, other)).toList();
  }
}
