package io.heddle.core.comparison;

import io.heddle.core.comparison.Comparison.ServiceDelta;
import io.heddle.core.path.Overlap;
import io.heddle.core.statistics.Telling;
import io.heddle.runs.Chronology;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Runs one comparison: every test is taken in first, then all are judged as one family. */
final class Comparer {
  private final Overlap overlap;
  private final Thresholds thresholds;
  private final Family family = new Family();
  private Function<Run, Telling> telling = Telling::of;

  Comparer(Overlap overlap, Thresholds thresholds) {
    this.overlap = overlap;
    this.thresholds = thresholds;
  }

  Comparer withColdRuns() {
    telling = Telling::ofColdToo;
    return this;
  }

  Comparison compare(List<Run> base, List<Run> current) {
    List<TestedWorkflow> tested = new ArrayList<>();
    Map<Name, List<Run>> after = byWorkflow(current);
    byWorkflow(base)
        .forEach((name, runs) -> {
          if (after.containsKey(name)) {
            tested.add(tested(name, runs, after.get(name)));
          }
        });
    family.judge();
    return new Comparison(workflows(tested), services(tested));
  }

  private TestedWorkflow tested(Name name, List<Run> base, List<Run> current) {
    return TestedWorkflow.of(name, group(base), group(current), family);
  }

  private TestedWorkflow.Group group(List<Run> runs) {
    List<Run> telling = Chronology.of(Telling.most(runs, this.telling));
    return new TestedWorkflow.Group(
        telling.stream().map(run -> RunTimes.of(run, overlap)).toList(), Picked.of(telling, runs));
  }

  private List<ComparedWorkflow> workflows(List<TestedWorkflow> tested) {
    return tested.stream()
        .map(workflow -> workflow.judged(family, thresholds))
        .sorted(Comparator.comparingDouble(w -> -Math.abs(w.delta().meanMs())))
        .toList();
  }

  private List<ServiceDelta> services(List<TestedWorkflow> tested) {
    Map<String, ServiceDelta> sums = new TreeMap<>();
    double runs = tested.stream().mapToInt(TestedWorkflow::currentRuns).sum();
    for (TestedWorkflow workflow : tested) {
      double share = workflow.currentRuns() / runs;
      workflow
          .services(family, thresholds)
          .forEach((service, delta) -> add(sums, service, delta, share));
    }
    double total = sums.values().stream().mapToDouble(ServiceDelta::deltaMs).sum();
    return sums.values().stream().sorted(inDirectionOf(total)).toList();
  }

  private static void add(
      Map<String, ServiceDelta> sums, String service, Delta delta, double share) {
    ServiceDelta part = new ServiceDelta(service, delta.meanMs() * share, delta.significant());
    sums.merge(service, part, ServiceDelta::plus);
  }

  private static Comparator<ServiceDelta> inDirectionOf(double total) {
    return Comparator.comparingDouble(delta -> -Math.copySign(1, total) * delta.deltaMs());
  }

  private static Map<Name, List<Run>> byWorkflow(List<Run> runs) {
    Map<Name, List<Run>> groups = new TreeMap<>();
    for (Run run : runs.stream().filter(Run::isCounted).toList()) {
      Name name = new Name(run.workflow().service(), run.workflow().name());
      groups.computeIfAbsent(name, n -> new ArrayList<>()).add(run);
    }
    return groups;
  }

  /** A workflow whatever its version. */
  record Name(String service, String workflow) implements Comparable<Name> {
    @Override
    public int compareTo(Name other) {
      int byService = service.compareTo(other.service);
      return byService != 0 ? byService : workflow.compareTo(other.workflow);
    }
  }
}
