package io.heddle.core;

import io.heddle.core.advice.Advice;
import io.heddle.core.advice.Advised;
import io.heddle.core.advice.HostEngine;
import io.heddle.core.advice.Standards;
import io.heddle.core.path.AggregatePath;
import io.heddle.core.path.CriticalPath;
import io.heddle.core.path.Overlap;
import io.heddle.core.path.PathAggregate;
import io.heddle.core.replay.Replay;
import io.heddle.core.statistics.Leverage;
import io.heddle.core.statistics.NodeKey;
import io.heddle.core.statistics.Profile;
import io.heddle.core.statistics.Telling;
import io.heddle.runs.Graph;
import io.heddle.runs.Run;
import io.heddle.runs.WorkflowKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings together what the parts of the analysis say about one workflow. */
final class WorkflowAnalyst {
  private final List<Run> runs;
  private final Options options;

  /** Of at least one run, the earliest first. */
  WorkflowAnalyst(List<Run> runs, Options options) {
    this.runs = runs;
    this.options = options;
  }

  /** Analyses the runs; what is found among those of other workflows too is missing yet. */
  WorkflowAnalysis analyse() {
    WorkflowKey workflow = runs.get(0).workflow();
    Figures figures =
        runs.parallelStream()
            .collect(() -> new Figures(options.overlap()), Figures::add, Figures::merge);
    Replay replay = Replay.of(runs);
    Map<NodeKey, Leverage> leverage = replay.leverage();
    Advised advised = Advice.of(replay, new Standards(options.thresholds(), options.prices()));
    List<AggregatePath> paths = figures.aggregate.paths(workflow);
    return new WorkflowAnalysis(
        figures.profile.statistics(workflow, options.prices(), leverage),
        paths,
        typical(paths.get(0)),
        graph(),
        options.trackRecord().correct(advised, HostEngine.of(runs.get(0))));
  }

  /** What no replay is needed for, of some of the runs. */
  private record Figures(Overlap overlap, Profile profile, PathAggregate aggregate) {
    Figures(Overlap overlap) {
      this(overlap, new Profile(), new PathAggregate());
    }

    void add(Run run) {
      List<CriticalPath> paths = CriticalPath.of(run, overlap);
      profile.add(run, paths);
      aggregate.add(run, paths);
    }

    void merge(Figures others) {
      profile.merge(others.profile);
      aggregate.merge(others.aggregate);
    }
  }

  private CriticalPath typical(AggregatePath path) {
    String traceId = path.exemplars().p50();
    Run run =
        Telling.most(runs, Telling::ofColdToo).stream()
            .filter(it -> it.traceId().equals(traceId))
            .findFirst()
            .orElseThrow();
    return CriticalPath.of(run, options.overlap()).get(0);
  }

  private @Nullable Graph graph() {
    return runs.stream().map(Run::graph).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
