package io.heddle.core.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.path.NaiveWalk.Piece;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CriticalPathPropertyTest {
  private static final int CASES = 5_000;

  @ParameterizedTest
  @EnumSource(Overlap.class)
  void sections_partitionTheRoot(Overlap overlap) {
    for (int seed = 0; seed < CASES; seed++) {
      assertPartition(CriticalPath.of(RandomRuns.unlinked(seed), overlap).get(0), seed);
      assertPartition(CriticalPath.of(RandomRuns.linked(seed), overlap).get(0), seed);
    }
  }

  @ParameterizedTest
  @EnumSource(Overlap.class)
  void walk_equalsTheDefinition(Overlap overlap) {
    for (int seed = 0; seed < CASES; seed++) {
      assertDefinition(RandomRuns.unlinked(seed), overlap, seed);
    }
  }

  @ParameterizedTest
  @EnumSource(Overlap.class)
  void walkAlongRecordedEdges_equalsTheDefinition(Overlap overlap) {
    for (int seed = 0; seed < CASES; seed++) {
      assertDefinition(RandomRuns.linked(seed), overlap, seed);
    }
  }

  @ParameterizedTest
  @EnumSource(Overlap.class)
  void walkOverManySiblings_equalsTheDefinition(Overlap overlap) {
    for (int seed = 0; seed < CASES / 50; seed++) {
      assertDefinition(RandomRuns.crowded(seed), overlap, seed);
    }
  }

  @Test
  void order_ofTheInputDoesNotMatter() {
    for (int seed = 0; seed < CASES; seed++) {
      assertSameInAnyOrder(RandomRuns.unlinked(seed), seed);
      assertSameInAnyOrder(RandomRuns.linked(seed), seed);
    }
    for (int seed = 0; seed < CASES / 50; seed++) {
      assertSameInAnyOrder(RandomRuns.crowded(seed), seed);
    }
  }

  private static void assertDefinition(Run run, Overlap overlap, int seed) {
    assertThat(pieces(CriticalPath.of(run, overlap).get(0)))
        .as("seed %d", seed)
        .isEqualTo(NaiveWalk.of(run, overlap == Overlap.STRICT));
  }

  private static void assertSameInAnyOrder(Run run, int seed) {
    CriticalPath path = CriticalPath.of(run, Overlap.TOLERANT).get(0);
    CriticalPath other = CriticalPath.of(RandomRuns.shuffled(run, seed), Overlap.TOLERANT).get(0);
    assertThat(pieces(other)).as("seed %d", seed).isEqualTo(pieces(path));
    assertThat(ids(other.detached())).as("seed %d", seed).isEqualTo(ids(path.detached()));
    assertThat(ids(other.clipped())).as("seed %d", seed).isEqualTo(ids(path.clipped()));
    assertThat(other.flags()).as("seed %d", seed).isEqualTo(path.flags());
  }

  private static void assertPartition(CriticalPath path, int seed) {
    long cursor = path.root().endNs();
    for (Section section : path.sections()) {
      assertThat(section.endNs()).as("seed %d", seed).isEqualTo(cursor);
      assertThat(section.startNs()).as("seed %d", seed).isLessThan(cursor);
      cursor = section.startNs();
    }
    assertThat(cursor).as("seed %d", seed).isEqualTo(path.root().startNs());
  }

  private static List<Piece> pieces(CriticalPath path) {
    return path.sections().stream()
        .map(it -> new Piece(it.owner().spanId(), it.startNs(), it.endNs()))
        .toList();
  }

  private static List<Long> ids(List<Execution> executions) {
    return executions.stream().map(Execution::spanId).toList();
  }
}
