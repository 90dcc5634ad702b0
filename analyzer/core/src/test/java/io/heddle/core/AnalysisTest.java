package io.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnalysisTest {
  @Test
  void noRun_givesNoWorkflow() {
    assertThat(Analysis.of(List.of(), Options.DEFAULTS).workflows()).isEmpty();
  }

  @Test
  void workflows_comeWithTheMostTimeFirst() {
    List<Run> runs =
        List.of(
            RunSketch.of("short").id("1").node("a", 0, 1).build(),
            RunSketch.of("long").id("2").node("a", 0, 9).build());
    assertThat(Analysis.of(runs, Options.DEFAULTS).workflows())
        .extracting(it -> it.statistics().workflow().name())
        .containsExactly("long", "short");
  }

  @Test
  void typicalRun_isAtTheMedian() {
    List<Run> runs = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      runs.add(RunSketch.of("w").id("r" + i).node("a", 0, i).build());
    }
    WorkflowAnalysis workflow = Analysis.of(runs, Options.DEFAULTS).workflows().get(0);
    assertThat(workflow.typical().run().runId()).isEqualTo("r5");
  }

  @Test
  void typicalRun_isOneThatEnded_alsoBesideOthersOfItsTrace() {
    List<Run> runs = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      runs.add(RunSketch.of("w").id("left").node("a", 0, i / 9.0).unfinished().build());
    }
    runs.add(RunSketch.of("w").id("left").startingAt(50).node("a", 0, 7).build());
    WorkflowAnalysis workflow = Analysis.of(runs, Options.DEFAULTS).workflows().get(0);
    assertThat(workflow.typical().root().durationNs()).isEqualTo(7_000_000);
  }

  @Test
  void unfinishedRunsAlone_areAnalysedAsFarAsTheyWereSeen() {
    List<Run> runs = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      runs.add(
          RunSketch.of("w")
              .id("r" + i)
              .startingAt(i * 50)
              .node("a", 0, i)
              .node("b", i, 30)
              .unfinished()
              .build());
    }
    WorkflowAnalysis workflow = Analysis.of(runs, Options.DEFAULTS).workflows().get(0);
    assertThat(workflow.statistics().unfinishedRuns()).isEqualTo(30);
    assertThat(workflow.typical().root().durationNs()).isEqualTo(30_000_000);
    assertThat(workflow.paths()).hasSize(1).allMatch(it -> it.unfinished() && it.runs() == 30);
    assertThat(workflow.statistics().nodes()).allMatch(it -> it.dragMs() != null);
  }

  @Test
  void order_ofTheRunsDoesNotMatter() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      runs.add(
          RunSketch.of("w" + i % 2)
              .id("r" + i)
              .startingAt(i * 50)
              .node("a", 0, i % 7)
              .node("b" + i % 3, 8, 9 + i % 5)
              .build());
    }
    Analysis analysis = Analysis.of(runs, Options.DEFAULTS);
    Collections.shuffle(runs, new Random(3));
    assertThat(Analysis.of(runs, Options.DEFAULTS)).isEqualTo(analysis);
  }
}
