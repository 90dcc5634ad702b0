package io.heddle.core.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.RunSketch;
import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CriticalPathTest {
  private static final long EPOCH_NS = 1_700_000_000_000_000_000L;

  @Test
  void zeroLengthRoot_hasNoSections() {
    assertThat(path(RunSketch.of("w")).sections()).isEmpty();
  }

  @Test
  void rootAlone_isItsOwnPath() {
    assertThat(pieces(RunSketch.of("w").until(10))).containsExactly("w 0-10 self");
  }

  @Test
  void concurrentChildren_lastEndingWins() {
    assertThat(pieces(RunSketch.of("w").node("a", 0, 6).node("b", 0, 10).until(12)))
        .containsExactly("b 0-10 self", "w 10-12 self");
  }

  @Test
  void concurrentChildrenEndingTogether_earlierStartWins() {
    assertThat(pieces(RunSketch.of("w").node("late", 4, 10).node("early", 0, 10)))
        .containsExactly("early 0-10 self");
  }

  @Test
  void childEndingWhereTheNextStarts_staysOnThePath() {
    assertThat(pieces(RunSketch.of("w").node("a", 0, 5).node("b", 5, 10)))
        .containsExactly("a 0-5 self", "b 5-10 self");
  }

  @Test
  void smallOverlap_isCutOff() {
    CriticalPath path = path(RunSketch.of("w").node("a", 0, 50.5).node("b", 50, 100));
    assertThat(pieces(path)).containsExactly("a 0-50 self", "b 50-100 self");
    assertThat(path.flags()).containsExactly("overlap-tolerated");
    assertThat(path.clipped()).isEmpty();
  }

  @Test
  void smallOverlap_isNotCutOffWhenStrict() {
    RunSketch sketch = RunSketch.of("w").node("a", 0, 50.5).node("b", 50, 100);
    assertThat(pieces(CriticalPath.of(sketch.build(), Overlap.STRICT).get(0)))
        .containsExactly("w 0-50 self", "b 50-100 self");
  }

  @Test
  void largeOverlap_takesTheEarlierSiblingOffThePath() {
    assertThat(pieces(RunSketch.of("w").node("a", 0, 52).node("b", 50, 100)))
        .containsExactly("w 0-50 self", "b 50-100 self");
  }

  @Test
  void zeroLengthChild_isNeverOnThePath() {
    assertThat(pieces(RunSketch.of("w").node("a", 0, 5).node("instant", 7, 7).until(10)))
        .containsExactly("a 0-5 self", "w 5-10 self");
  }

  @Test
  void childOutlivingItsParent_isClippedAndFlagged() {
    CriticalPath path = path(RunSketch.of("w").node("a", 2, 15).until(10));
    assertThat(pieces(path)).containsExactly("w 0-2 self", "a 2-10 self");
    assertThat(names(path.clipped())).containsExactly("a");
    assertThat(path.flags()).containsExactly("clipped");
  }

  @Test
  void childOverBothEnds_isClippedNotLost() {
    CriticalPath path = path(RunSketch.of("w").node("a", -3, 15).until(10));
    assertThat(pieces(path)).containsExactly("a 0-10 self");
  }

  @Test
  void predecessorBeforeWhatIsExplained_leavesTheWaitOnly() {
    CriticalPath path =
        path(
            RunSketch.of("w")
                .node("outer", -5, 8)
                .node("a", -4, -2)
                .in("outer")
                .node("b", 2, 8)
                .in("outer")
                .after("a")
                .until(10));
    assertThat(pieces(path)).containsExactly("b 0-2 queue", "b 2-8 self", "w 8-10 self");
  }

  @Test
  void childStartingAfterItsParentsEnd_isDetached() {
    CriticalPath path =
        path(
            RunSketch.of("w")
                .node("a", 0, 10)
                .node("late", 12, 15)
                .node("c", 13, 14)
                .in("late")
                .until(10));
    assertThat(pieces(path)).containsExactly("a 0-10 self");
    assertThat(names(path.detached())).containsExactly("late");
  }

  @Test
  void asyncChild_isDetached() {
    CriticalPath path = path(RunSketch.of("w").node("a", 0, 9).async().until(10));
    assertThat(pieces(path)).containsExactly("w 0-10 self");
    assertThat(names(path.detached())).containsExactly("a");
  }

  @Test
  void consumerBelowProducer_isDetached() {
    CriticalPath path =
        path(
            RunSketch.of("w")
                .node("send", 0, 9)
                .kind(Kind.PRODUCER)
                .operation("receive", 1, 8)
                .kind(Kind.CONSUMER));
    assertThat(pieces(path)).containsExactly("send 0-9 self");
    assertThat(names(path.detached())).containsExactly("receive");
  }

  @Test
  void deepChain_needsNoThreadStack() {
    RunSketch sketch = RunSketch.of("w").node("n0", 0, 1);
    for (int i = 1; i < 3_000; i++) {
      sketch.node("n" + i, 0, 1).in("n" + (i - 1));
    }
    assertThat(pieces(sketch)).containsExactly("n2999 0-1 self");
  }

  private static CriticalPath path(RunSketch sketch) {
    return CriticalPath.of(sketch.build(), Overlap.TOLERANT).get(0);
  }

  private static List<String> pieces(RunSketch sketch) {
    return pieces(path(sketch));
  }

  /** In order of time. */
  static List<String> pieces(CriticalPath path) {
    return path.sections().stream()
        .sorted((one, other) -> Long.compare(one.startNs(), other.startNs()))
        .map(CriticalPathTest::piece)
        .toList();
  }

  private static String piece(Section section) {
    String callee = section.callee() == null ? "" : " " + section.callee();
    return "%s %s-%s %s%s"
        .formatted(
            section.owner().node(),
            ms(section.startNs()),
            ms(section.endNs()),
            section.kind().label(),
            callee);
  }

  private static String ms(long ns) {
    double ms = (ns - EPOCH_NS) / 1e6;
    return ms == Math.rint(ms) ? Long.toString((long) ms) : Double.toString(ms);
  }

  private static List<String> names(List<Execution> executions) {
    return executions.stream().map(Execution::node).collect(Collectors.toList());
  }
}
