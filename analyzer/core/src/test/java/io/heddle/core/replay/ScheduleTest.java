package io.heddle.core.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.statistics.Leverage;
import io.heddle.core.statistics.NodeKey;
import io.heddle.runs.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScheduleTest {
  private static final int RUNS = 100;

  @ParameterizedTest
  @EnumSource
  void workedOutAnew_anUnchangedRunLastsAsLongAsItDid(Workflow workflow) {
    for (Simulation.Shape shape : List.<Simulation.Shape>of(workflow, noisy(workflow))) {
      List<Layout> layouts = ClockNoise.read(Simulation.runs(RUNS, shape), new Places());
      List<KnownEdges> known =
          layouts.stream().map(layout -> new KnownEdges(layout, null)).toList();
      Beliefs beliefs = new LimitSearch(layouts, known).refine(Beliefs.of(layouts));
      for (int i = 0; i < RUNS; i++) {
        Layout layout = layouts.get(i);
        Order order =
            Order.of(layout, known.get(i), beliefs.time(layout, known.get(i)), Order.NO_PAIR);
        Schedule schedule = new Schedule(layout, order, beliefs.limits());
        assertThat(schedule.run(new Effects(layout, Treatments.NONE)))
            .isEqualTo(layout.duration(0));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void drag_isWhatReplayWithTheNodeAtZeroSaves(Workflow workflow) {
    Replay replay = Replay.of(Simulation.runs(RUNS, noisy(workflow)));
    for (Map.Entry<NodeKey, Leverage> node : replay.leverage().entrySet()) {
      Prediction without = replay.ask(List.of(new Change.Scale(node.getKey().node(), 0)));
      assertThat(node.getValue().dragMs()).isCloseTo(-without.meanMs(), within(1e-6));
    }
  }

  /** Several attempts in one branch share its slack, and workers that are few delay who waits. */
  @ParameterizedTest
  @EnumSource
  void slack_isWhatANodeMayGrowBeforeItsRunGrows(Workflow workflow) {
    for (Run run : Simulation.runs(RUNS / 5, noisy(workflow))) {
      Replay replay = Replay.of(List.of(run));
      for (Map.Entry<NodeKey, Leverage> node : replay.leverage().entrySet()) {
        Double slackMs = node.getValue().slackMs();
        if (slackMs != null) {
          assertThat(grown(replay, node.getKey(), slackMs)).isCloseTo(0, within(1e-5));
          assertThat(grown(replay, node.getKey(), slackMs + 1)).isGreaterThan(0.5);
        }
      }
    }
  }

  private static double grown(Replay replay, NodeKey node, double byMs) {
    return replay.ask(List.of(new Change.Shift(node.node(), byMs))).meanMs();
  }

  private static Simulation.Shape noisy(Workflow workflow) {
    return run -> {
      run.noise(2);
      workflow.build(run);
    };
  }
}
