package io.heddle.core.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.path.NaiveWalk.Piece;
import io.heddle.runs.Run;
import java.util.ArrayList;
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
      Run run = RandomRuns.unlinked(seed);
      List<Section> sections = CriticalPath.of(run, overlap).get(0).sections();
      assertThat(withoutWaits(sections))
          .as("seed %d", seed)
          .isEqualTo(withoutWaits(NaiveWalk.of(run, overlap == Overlap.STRICT), sections));
    }
  }

  @Test
  void order_ofTheInputDoesNotMatter() {
    for (int seed = 0; seed < CASES; seed++) {
      Run run = RandomRuns.unlinked(seed);
      Run shuffled = RandomRuns.shuffled(run, seed);
      assertThat(pieces(CriticalPath.of(shuffled, Overlap.TOLERANT).get(0).sections()))
          .as("seed %d", seed)
          .isEqualTo(pieces(CriticalPath.of(run, Overlap.TOLERANT).get(0).sections()));
    }
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

  private static List<Piece> pieces(List<Section> sections) {
    return sections.stream()
        .map(it -> new Piece(it.owner().spanId(), it.startNs(), it.endNs()))
        .toList();
  }

  /** A recorded wait takes over a part of a gap; the definition of the walk knows no waits. */
  private static List<Piece> withoutWaits(List<Section> sections) {
    return pieces(sections.stream().filter(it -> it.kind() != SectionKind.QUEUE).toList());
  }

  private static List<Piece> withoutWaits(List<Piece> pieces, List<Section> sections) {
    List<Piece> cut = new ArrayList<>();
    for (Piece piece : pieces) {
      long end =
          sections.stream()
              .filter(it -> it.kind() == SectionKind.QUEUE && it.endNs() == piece.endNs())
              .mapToLong(Section::startNs)
              .findFirst()
              .orElse(piece.endNs());
      if (piece.startNs() < end) {
        cut.add(new Piece(piece.spanId(), piece.startNs(), end));
      }
    }
    return cut;
  }
}
