package io.heddle.core.advice;

import io.heddle.core.replay.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Branches that the workflow declares to be parallel but that ran one after another. */
public final class SerialParallelRule implements Rule {
  private static final int PRIORITY = 9;

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
        SideBySide measured = SideBySide.of(scope, fan);
        Change lift = new Change.Parallel(fan.branches());
        Saving saving = measured.serial() ? subject.worth(List.of(lift)) : null;
        if (saving != null) {
          proposals.add(new Proposal(recommend(subject, fan, measured, saving), List.of(lift)));
        }
      }
    }
    return proposals;
  }

  private Recommendation recommend(Subject subject, Fan fan, SideBySide measured, Saving saving) {
    List<String> nodes = fan.branches().stream().flatMap(Set::stream).toList();
    EngineWords words = EngineWords.of(subject.engine());
    return new Draft(subject, this, Category.PARALLELIZATION, nodes)
        .title(
            "The branches after %s are declared parallel but ran one after another"
                .formatted(fan.source()))
        .evidence(evidence(subject, fan, measured, saving))
        .saving(saving)
        .effort(measured.inEitherOrder() ? Level.MEDIUM : Level.LOW)
        .risk(measured.inEitherOrder() ? Level.HIGH : Level.MEDIUM)
        .steps(
            measured.inEitherOrder()
                ? "Look for what only one branch can have at a time: a lock, a connection, a limit."
                : "Give the engine threads for the branches after " + fan.source() + ".",
            "Check that the branches are safe to run on several threads.",
            "Run the workload again and compare with the predicted interval.")
        .example(words.serialSwitch(fan.source()))
        .done();
  }

  private static Facts evidence(Subject subject, Fan fan, SideBySide measured, Saving saving) {
    double current = subject.meanMs();
    return Facts.none()
        .with("source", fan.source())
        .with("declaredParallel", true)
        .with("branches", fan.branches().stream().map(b -> String.join(" > ", b)).toList())
        .with("runs", measured.runs())
        .with("overlap", measured.share())
        .with("order", measured.order())
        .with("switch", EngineWords.of(subject.engine()).switchName())
        .with("currentMs", current)
        .with("replayedMs", current - saving.meanMs())
        .with("assumed", SideBySide.NOTHING_SHARED);
  }
}
