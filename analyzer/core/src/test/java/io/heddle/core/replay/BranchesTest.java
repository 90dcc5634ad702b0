package io.heddle.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.RunSketch;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BranchesTest {
  private final Places places = new Places();
  private final Layout layout =
      new Layout(RunSketch.of("w").node("a", 0, 1).node("b", 1, 2).build(), places);

  @Test
  void nodeOfSeveralBranches_belongsToTheFirst_andOthersToNone() {
    Branches branches = only(List.of(Set.of("a"), Set.of("a", "x")));

    assertThat(branches.count()).isEqualTo(2);
    assertThat(branches.of(places.name("a"))).isZero();
    assertThat(branches.of(places.name("b"))).isEqualTo(-1);
  }

  @Test
  void runWithNodesOfOneBranchAlone_isNotParted() {
    assertThat(only(List.of(Set.of("a", "b"), Set.of("x"))).part(layout)).isFalse();
    assertThat(only(List.of(Set.of("a"), Set.of("b"))).part(layout)).isTrue();
  }

  private Branches only(List<Set<String>> branches) {
    List<Change> changes = List.of(new Change.Scale("a", 2), new Change.Parallel(branches));
    assertThat(Branches.of(places, changes)).hasSize(1);
    return Branches.of(places, changes).get(0);
  }
}
