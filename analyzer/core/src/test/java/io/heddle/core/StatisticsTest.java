package io.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.statistics.Group;
import io.heddle.core.statistics.GroupBy;
import io.heddle.core.statistics.WorkflowStatistics;
import io.heddle.runs.Model;
import io.heddle.runs.Run;
import io.heddle.runs.Tokens;
import io.heddle.runs.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void statistics_areThoseOfTheWholeAnalysis() {
    List<Run> runs = runs();
    assertThat(Statistics.of(runs, GroupBy.NOTHING, Options.DEFAULTS))
        .isEqualTo(Analysis.of(runs, Options.DEFAULTS).statistics());
  }

  @Test
  void groups_partitionTheRuns() {
    Statistics statistics = Statistics.of(runs(), GroupBy.attribute("user.id"), Options.DEFAULTS);
    assertThat(statistics.workflows())
        .extracting(WorkflowStatistics::group)
        .containsExactlyInAnyOrder(
            new Group("user.id", "ada"), new Group("user.id", "bo"), new Group("user.id", null));
    assertThat(statistics.workflows()).extracting(WorkflowStatistics::runs).containsOnly(10L);
  }

  @Test
  void group_hasTheFiguresOfItsRunsAlone() {
    List<Run> runs = runs();
    List<Run> ada =
        runs.stream().filter(it -> "ada".equals(it.root().attributes().get("user.id"))).toList();
    WorkflowStatistics alone =
        Statistics.of(ada, GroupBy.NOTHING, Options.DEFAULTS).workflows().get(0);
    Statistics grouped = Statistics.of(runs, GroupBy.attribute("user.id"), Options.DEFAULTS);
    assertThat(grouped.workflows()).contains(alone.of(new Group("user.id", "ada")));
  }

  @Test
  void order_ofTheRunsDoesNotMatter() {
    List<Run> runs = runs();
    Statistics statistics = Statistics.of(runs, GroupBy.attribute("user.id"), Options.DEFAULTS);
    Collections.shuffle(runs, new Random(5));
    assertThat(Statistics.of(runs, GroupBy.attribute("user.id"), Options.DEFAULTS))
        .isEqualTo(statistics);
  }

  @Test
  void runsThatAreNotKept_haveTheSameFiguresButNoLeverage() {
    RunningStatistics running =
        new RunningStatistics(GroupBy.attribute("user.id"), Options.DEFAULTS);
    List<Run> runs = runs();
    runs.forEach(running::add);
    assertThat(running.statistics(Options.Reading.COMPLETE))
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*(dragMs|slackMs)")
        .isEqualTo(Statistics.of(runs, GroupBy.attribute("user.id"), Options.DEFAULTS));
  }

  @Test
  void reportedCost_isTheSumOfWhatCallsSay() {
    List<Run> runs = List.of(paid("1", 0.1), paid("2", 0.2), paid("3", null));
    WorkflowStatistics statistics =
        Statistics.of(runs, GroupBy.NOTHING, Options.DEFAULTS).workflows().get(0);
    assertThat(statistics.reportedCost()).isEqualTo(new BigDecimal("0.3"));
    assertThat(statistics.nodes().get(0).reportedCost()).isEqualTo(new BigDecimal("0.3"));
    assertThat(statistics.cost()).isNull();
  }

  private static Run paid(String id, Double cost) {
    Tokens tokens = new Tokens(5L, 5L, null, null, null);
    Usage usage = new Usage(Model.of(null, "m", null), tokens, null, cost);
    return RunSketch.of("w").id(id).node("ask", 0, 3).usage(usage).build();
  }

  private static List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      RunSketch sketch = RunSketch.of("w").id("r" + i).startingAt(i * 50);
      sketch.node("a", 0, 3 + i % 7).node("b", 11, 12 + i % 5);
      if (i % 3 > 0) {
        sketch.rootAttribute("user.id", i % 3 == 1 ? "ada" : "bo");
      }
      runs.add(sketch.build());
    }
    return runs;
  }
}
