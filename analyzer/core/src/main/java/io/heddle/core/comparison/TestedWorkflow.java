package io.heddle.core.comparison;

import io.heddle.core.comparison.ComparedWorkflow.CauseDelta;
import io.heddle.core.comparison.ComparedWorkflow.ErrorDelta;
import io.heddle.core.comparison.ComparedWorkflow.NodeDelta;
import io.heddle.core.statistics.NodeKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** One workflow with every test taken into the family, waiting for its verdicts. */
record TestedWorkflow(
    Comparer.Name name,
    ComparedWorkflow.Runs runs,
    Ticketed<Contrast> run,
    Map<Cause, Ticketed<Contrast>> causes,
    Map<String, Ticketed<Contrast>> services,
    Map<NodeKey, Ticketed<Contrast>> nodes,
    Map<NodeKey, Ticketed<FailureContrast>> failures,
    Sides sides) {

  /** A tested quantity and its number in the family. */
  record Ticketed<T>(T quantity, int ticket) {}

  /** How often a node failed in both groups. */
  record FailureContrast(Failures base, Failures current) {}

  /** The times of the runs that were picked. */
  record Group(List<RunTimes> times, Picked picked) {}

  static TestedWorkflow of(Comparer.Name name, Group base, Group current, Family family) {
    Sides sides = Sides.of(base.times, current.times, family);
    return new TestedWorkflow(
        name,
        new ComparedWorkflow.Runs(base.picked, current.picked),
        sides.durations(),
        sides.paths(RunTimes::causes),
        sides.paths(RunTimes::services),
        sides.means(RunTimes::nodes),
        sides.failures(),
        sides);
  }

  int currentRuns() {
    return runs.current().compared();
  }

  ComparedWorkflow judged(Family family, Thresholds thresholds) {
    Delta delta = delta(run, family, thresholds);
    return new ComparedWorkflow(
        name.service(),
        name.workflow(),
        runs,
        delta,
        new Mixes(sides.inOrder(), thresholds).largest(),
        new Mixes(sides.inOrder(), thresholds).ways(),
        deltas(causes, family, thresholds, CauseDelta::new).stream().sorted(first(delta)).toList(),
        deltas(nodes, family, thresholds, NodeDelta::new).stream()
            .sorted(Comparator.comparingDouble(n -> -Math.abs(n.delta().meanMs())))
            .toList(),
        errors(family, thresholds.level()));
  }

  /**
   * What carries most of the run's change comes first; where that is none, what is apart from none
   * itself, the largest first.
   */
  private static Comparator<CauseDelta> first(Delta run) {
    double direction = Math.copySign(1, run.meanMs());
    Comparator<CauseDelta> carries =
        Comparator.comparingDouble(it -> -direction * it.delta().meanMs());
    return run.significant()
        ? carries
        : Comparator.<CauseDelta>comparingDouble(
                it -> it.delta().isApartFromNone() ? -Math.abs(it.delta().meanMs()) : 0)
            .thenComparing(carries);
  }

  Map<String, Delta> services(Family family, Thresholds thresholds) {
    Map<String, Delta> deltas = new TreeMap<>();
    services.forEach((service, test) -> deltas.put(service, delta(test, family, thresholds)));
    return deltas;
  }

  private List<ErrorDelta> errors(Family family, double level) {
    return failures.entrySet().stream()
        .filter(e -> failed(e.getValue().quantity()))
        .map(e -> error(e.getKey(), e.getValue(), family.holds(e.getValue().ticket(), level)))
        .sorted(Comparator.comparingDouble(e -> -Math.abs(e.current() - e.base())))
        .toList();
  }

  private static boolean failed(FailureContrast failures) {
    return failures.base().failed() + failures.current().failed() > 0;
  }

  private static ErrorDelta error(
      NodeKey node, Ticketed<FailureContrast> test, boolean significant) {
    FailureContrast failures = test.quantity();
    return new ErrorDelta(node, failures.base().rate(), failures.current().rate(), significant);
  }

  private static <K, D> List<D> deltas(
      Map<K, Ticketed<Contrast>> tests,
      Family family,
      Thresholds thresholds,
      BiFunction<K, Delta, D> named) {
    return tests.entrySet().stream()
        .map(e -> named.apply(e.getKey(), delta(e.getValue(), family, thresholds)))
        .toList();
  }

  private static Delta delta(Ticketed<Contrast> test, Family family, Thresholds thresholds) {
    boolean holds = family.holds(test.ticket(), thresholds.level());
    return test.quantity().delta(holds, thresholds);
  }
}
