package io.heddle.core.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Largest sets of which every two elements go together (Bron and Kerbosch, CACM 16(9), 1973, with
 * the pivot of Tomita and others, TCS 363, 2006). Elements keep the order in which they were given.
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
    Map<T, Set<T>> matches = new HashMap<>();
    for (T element : elements) {
      Set<T> others = new HashSet<>(elements);
      others.removeIf(other -> other.equals(element) || !together.test(element, other));
      matches.put(element, others);
    }
    Cliques<T> cliques = new Cliques<>((a, b) -> matches.getOrDefault(a, Set.of()).contains(b));
    cliques.extend(List.of(), elements, List.of());
    return cliques.found.stream().map(clique -> inOrder(clique, elements)).toList();
  }

  private void extend(List<T> clique, List<T> candidates, List<T> excluded) {
    if (found.size() >= MOST) {
      return;
    }
    if (candidates.isEmpty()) {
      if (excluded.isEmpty() && clique.size() >= 2) {
        found.add(clique);
      }
      return;
    }
    T pivot = pivot(candidates, excluded);
    List<T> open = new ArrayList<>(candidates);
    List<T> done = new ArrayList<>(excluded);
    for (T next : candidates) {
      if (!together.test(pivot, next)) {
        List<T> larger = new ArrayList<>(clique);
        larger.add(next);
        extend(larger, with(next, open), with(next, done));
        open.remove(next);
        done.add(next);
      }
    }
  }

  /** Cliques that avoid the pivot's neighbours hold the pivot: only the others need a branch. */
  private T pivot(List<T> candidates, List<T> excluded) {
    return Stream.concat(candidates.stream(), excluded.stream())
        .max(Comparator.comparingInt(element -> with(element, candidates).size()))
        .orElseThrow();
  }

  private List<T> with(T element, List<T> others) {
    return others.stream().filter(other -> together.test(element, other)).toList();
  }

  private static <T> List<T> inOrder(List<T> clique, List<T> elements) {
    return elements.stream().filter(clique::contains).toList();
  }
}
