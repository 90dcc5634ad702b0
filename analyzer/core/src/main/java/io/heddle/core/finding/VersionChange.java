package io.heddle.core.finding;

import io.heddle.core.advice.Facts;
import io.heddle.core.advice.Finding;
import io.heddle.core.comparison.ComparedWorkflow;
import io.heddle.core.comparison.Comparison;
import io.heddle.core.comparison.Thresholds;
import io.heddle.core.finding.Findings.About;
import io.heddle.core.path.Overlap;
import io.heddle.runs.Run;
import io.heddle.runs.WorkflowKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A {@code service.version} and the one whose first run came before its own. */
record VersionChange(Version before, Version after) {
  private static final double NS_PER_MS = 1e6;

  /**
   * A version of a service.
   *
   * @param runs by start, only those that tell the most
   */
  record Version(String name, List<Run> runs) {
    double meanMs() {
      return runs.stream().mapToLong(it -> it.root().durationNs()).average().orElse(0) / NS_PER_MS;
    }
  }

  /**
   * The changes among runs of one workflow given by start; those without a version are left out.
   */
  static List<VersionChange> among(List<Run> runs, TellingRuns telling) {
    Map<String, List<Run>> byVersion = new LinkedHashMap<>();
    for (Run run : runs) {
      String version = run.root().attributes().get("service.version");
      if (version != null) {
        byVersion.computeIfAbsent(version, none -> new ArrayList<>()).add(run);
      }
    }
    List<Version> versions = new ArrayList<>();
    byVersion.forEach((name, of) -> versions.add(new Version(name, telling.among(of))));
    List<VersionChange> changes = new ArrayList<>();
    for (int i = 1; i < versions.size(); i++) {
      changes.add(new VersionChange(versions.get(i - 1), versions.get(i)));
    }
    return changes;
  }

  /** None when the versions do not differ; two when one thing got worse and another better. */
  List<About> findings(Overlap overlap, Thresholds thresholds) {
    ComparedWorkflow compared =
        Comparison.of(before.runs(), after.runs(), overlap, thresholds).workflows().get(0);
    Ancestry ancestry = Ancestry.of(after.runs());
    return Stream.of(new Verdict(compared, 1, ancestry), new Verdict(compared, -1, ancestry))
        .filter(Verdict::holds)
        .map(this::about)
        .toList();
  }

  private About about(Verdict verdict) {
    WorkflowKey workflow = after.runs().get(0).workflow();
    List<String> named = verdict.nodes();
    List<String> nodes = named.isEmpty() ? List.of(after.runs().get(0).root().node()) : named;
    return new About(
        workflow,
        new Finding(verdict.kind(), workflow.service(), workflow.name(), nodes, evidence(verdict)));
  }

  private Facts evidence(Verdict verdict) {
    Facts versions =
        Facts.none()
            .with("fromVersion", before.name())
            .with("toVersion", after.name())
            .with("runsBefore", before.runs().size())
            .with("runsAfter", after.runs().size())
            .with("beforeMs", before.meanMs())
            .with("afterMs", after.meanMs());
    return verdict.describe(versions);
  }
}
