package io.heddle.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.comparison.Cause;
import io.heddle.core.comparison.CauseKind;
import io.heddle.core.comparison.ComparedWorkflow;
import io.heddle.core.comparison.ComparedWorkflow.CauseDelta;
import io.heddle.core.comparison.ComparedWorkflow.Runs;
import io.heddle.core.comparison.Comparison;
import io.heddle.core.comparison.Delta;
import io.heddle.core.comparison.Mix;
import io.heddle.core.comparison.Picked;
import io.heddle.core.replay.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
  private static final Picked ALL = new Picked(100, 0, 0, false);
  private static final Mix LARGER_BASKETS =
      new Mix(
          "basket",
          30,
          -9,
          new Interval(-24, 6),
          List.of(
              new Mix.Value("large", 0.16, 0.72, 210, 200),
              new Mix.Value("small", 0.84, 0.28, 110, 100)));

  @Test
  void wayAndWorkThatCancel_areAMovedClock() {
    assertThat(sentences(null, way(36.8), work(-36.3)))
        .anyMatch(it -> it.startsWith("Waiting for payments takes 36.8 ms longer"));
  }

  @Test
  void oneThatChangedAlone_orBothTheSameWay_areNot() {
    assertThat(sentences(null, way(36.8), work(-2))).noneMatch(it -> it.contains("clock"));
    assertThat(sentences(null, way(36.8), work(30))).noneMatch(it -> it.contains("clock"));
    assertThat(sentences(null, way(36.8))).noneMatch(it -> it.contains("clock"));
  }

  @Test
  void otherMix_isSaidBeforeTheCauses() {
    assertThat(sentences(LARGER_BASKETS, work(20)))
        .anyMatch(it -> it.contains("with basket = large are 72 % of them now, 16 % before"))
        .anyMatch(it -> it.contains("take 9.00 ms less time (95 %: -24.0 ms to 6.00 ms)"));
  }

  /** A table of ten rows would hide it. */
  @Test
  void whatHolds_isShown_howeverFarDown() {
    List<CauseDelta> causes = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      causes.add(cause("step " + i, null, 1, false));
    }
    causes.add(cause("cached at last", null, -40, true));

    assertThat(blocks(null, causes).filter(Block.Table.class::isInstance))
        .singleElement()
        .asString()
        .contains("cached at last", "step 9")
        .doesNotContain("step 10");
  }

  @Test
  void runsLeftOut_areCounted_groupByGroup() {
    assertThat(LeftOut.of(new Runs(ALL, ALL))).isEmpty();
    assertThat(LeftOut.of(new Runs(ALL, new Picked(100, 2, 7, false))))
        .containsExactly(
            "Left out: none of the base, 9 (2 cold, 7 without an end) of the current runs.");
    assertThat(LeftOut.of(new Runs(new Picked(5, 0, 0, true), ALL)))
        .singleElement()
        .asString()
        .contains("Nobody saw one of the base runs end");
  }

  private static List<String> sentences(@Nullable Mix mix, CauseDelta... causes) {
    return blocks(mix, Arrays.asList(causes))
        .filter(Block.Paragraph.class::isInstance)
        .map(it -> ((Block.Paragraph) it).text())
        .toList();
  }

  private static Stream<Block> blocks(@Nullable Mix mix, List<CauseDelta> causes) {
    ComparedWorkflow compared =
        new ComparedWorkflow(
            "shop",
            "checkout",
            new Runs(ALL, ALL),
            delta(1, false),
            mix,
            null,
            causes,
            List.of(),
            List.of());
    return Comparisons.of(new Comparison(List.of(compared), List.of())).stream();
  }

  private static CauseDelta way(double ms) {
    return cause("POST /pay", "payments", ms, true);
  }

  private static CauseDelta work(double ms) {
    Cause cause = new Cause("payments", "POST /pay", CauseKind.SELF, null);
    return new CauseDelta(cause, delta(ms, true));
  }

  private static CauseDelta cause(
      String node, @Nullable String callee, double ms, boolean significant) {
    CauseKind kind = callee == null ? CauseKind.SELF : CauseKind.EDGE;
    return new CauseDelta(new Cause("shop", node, kind, callee), delta(ms, significant));
  }

  private static Delta delta(double ms, boolean significant) {
    return new Delta(ms, ms, new Interval(ms - 1, ms + 1), significant);
  }
}
