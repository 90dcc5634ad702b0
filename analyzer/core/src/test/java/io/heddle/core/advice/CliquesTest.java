package io.heddle.core.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CliquesTest {
  @Test
  void overlappingCliques_areAllFound() {
    Set<Set<Integer>> pairs =
        Set.of(Set.of(1, 2), Set.of(1, 3), Set.of(2, 3), Set.of(3, 4), Set.of(5, 6));
    assertThat(Cliques.of(List.of(1, 2, 3, 4, 5, 6, 7), (a, b) -> pairs.contains(Set.of(a, b))))
        .containsExactlyInAnyOrder(List.of(1, 2, 3), List.of(3, 4), List.of(5, 6));
  }

  @Test
  void manyThatAllGoTogether_areOneClique() {
    List<Integer> all = IntStream.range(0, 60).boxed().toList();
    assertThat(Cliques.of(all, (a, b) -> true)).containsExactly(all);
  }

  @Test
  void loners_areNoClique() {
    assertThat(Cliques.of(List.of(1, 2, 3), (a, b) -> false)).isEmpty();
  }
}
