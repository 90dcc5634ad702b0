package io.heddle.core.advice;

import io.heddle.core.replay.Change;
import io.heddle.core.statistics.NodeNumbers;
import io.heddle.runs.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Branches that the workflow declares to be parallel but that ran one after another. */
public final class SerialParallelRule implements Rule {
  private static final int PRIORITY = 9;

  /** Branches that share more of their time than this do run in parallel. */
  private static final double SERIAL = 0.05;

  @Override
  public String id() {
    return "serial-parallel";
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  @Override
  public List<Proposal> examine(Subject subject) {
    List<Proposal> proposals = new ArrayList<>();
    for (Scope scope : subject.scopes()) {
      for (Fan fan : subject.fans(scope)) {
        Overlap overlap = Overlap.of(scope, fan);
        Change lift = new Change.Parallel(fan.branches());
        Saving saving = overlap.serial() ? subject.worth(List.of(lift)) : null;
        if (saving != null) {
          proposals.add(new Proposal(recommend(subject, fan, overlap, saving), List.of(lift)));
        }
      }
    }
    return proposals;
  }

  private Recommendation recommend(Subject subject, Fan fan, Overlap overlap, Saving saving) {
    List<String> nodes = fan.branches().stream().flatMap(Set::stream).toList();
    EngineWords words = EngineWords.of(subject.engine());
    return new Draft(subject, this, Category.PARALLELIZATION, nodes)
        .title(
            "The branches after %s are declared parallel but ran one after another"
                .formatted(fan.source()))
        .evidence(evidence(subject, fan, overlap, saving))
        .saving(saving)
        .effort(Level.LOW)
        .risk(Level.LOW)
        .steps(
            "Give the engine threads for the branches after " + fan.source() + ".",
            "Check that the branches are safe to run on several threads.",
            "Run the workload again and compare with the predicted interval.")
        .example(words.serialSwitch(fan.source()))
        .done();
  }

  private static Facts evidence(Subject subject, Fan fan, Overlap overlap, Saving saving) {
    double current = subject.meanMs();
    return Facts.none()
        .with("source", fan.source())
        .with("declaredParallel", true)
        .with("branches", fan.branches().stream().map(b -> String.join(" > ", b)).toList())
        .with("runs", overlap.runs)
        .with("overlap", overlap.share())
        .with("switch", EngineWords.of(subject.engine()).switchName())
        .with("currentMs", current)
        .with("replayedMs", current - saving.meanMs());
  }

  /** How much of the time of the shorter branch another branch was under way too. */
  private static final class Overlap {
    private final Fan fan;
    private final NodeNumbers numbers = new NodeNumbers();

    /** By number of the node's name. */
    private final List<Integer> branches = new ArrayList<>();

    private long sharedNs;
    private long possibleNs;
    private long runs;

    private Overlap(Fan fan) {
      this.fan = fan;
    }

    static Overlap of(Scope scope, Fan fan) {
      Overlap overlap = new Overlap(fan);
      scope.siblings().forEach(overlap::add);
      return overlap;
    }

    boolean serial() {
      return possibleNs > 0 && share() <= SERIAL;
    }

    double share() {
      return possibleNs == 0 ? 0 : (double) sharedNs / possibleNs;
    }

    private void add(Scope.Siblings siblings) {
      long before = possibleNs;
      List<Execution> branching = new ArrayList<>();
      for (Execution later : siblings.executions()) {
        int branch = branchOf(later);
        if (branch >= 0) {
          for (Execution earlier : branching) {
            if (branchOf(earlier) != branch) {
              add(earlier, later);
            }
          }
          branching.add(later);
        }
      }
      runs += possibleNs > before ? 1 : 0;
    }

    private int branchOf(Execution execution) {
      int name = numbers.nameOf(execution);
      if (name == branches.size()) {
        branches.add(fan.branchOf(execution.node()));
      }
      return branches.get(name);
    }

    private void add(Execution one, Execution other) {
      sharedNs += Math.max(0, Scope.Siblings.overlapNs(one, other));
      possibleNs += Math.min(one.durationNs(), other.durationNs());
    }
  }
}
