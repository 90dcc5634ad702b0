package io.heddle.runs;

import io.heddle.mapping.SpanMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The tops of runs, those with one run id together whatever their traces. */
final class RunGroups {
  /** Ids that no two engines choose alike, so that a run may go from service to service. */
  private static final Pattern UNIQUE =
      Pattern.compile("[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}\\w{12}");

  private final SpanMarks marks;
  private final Trees trees;
  private final SpanMapper mapper;
  private final List<List<Integer>> groups = new ArrayList<>();
  private final Map<Identity, List<Integer>> byRun = new HashMap<>();

  /** Runs of an engine that have the id, whatever their workflow. */
  private final Map<Identity, List<List<Integer>>> byId = new HashMap<>();

  private final List<Integer> nameless = new ArrayList<>();

  /** What the tops of one run have in common; the service is empty where the id alone suffices. */
  private record Identity(String service, String workflow, String runId) {}

  RunGroups(Trees trees, SpanMapper mapper) {
    this.trees = trees;
    this.mapper = mapper;
    marks = trees.marks();
  }

  /** Adds a top; a nested one is a run of its own. */
  void add(int top, boolean nested) {
    if (marks.runId(top) == null || nested) {
      groups.add(List.of(top));
    } else if (marks.workflow(top) == null) {
      nameless.add(top);
    } else {
      join(top);
    }
  }

  /** All groups, each with at least one top. */
  List<List<Integer>> groups() {
    for (int top : nameless) {
      List<List<Integer>> runs = byId.getOrDefault(identity(top, ""), List.of());
      if (runs.size() != 1) {
        join(top);
      } else if (isAboveAny(top, runs.get(0))) {
        groups.add(List.of(top));
      } else {
        runs.get(0).add(top);
      }
    }
    nameless.clear();
    return groups;
  }

  /** Whether a piece of the run is in the tree of the span: then it asked for the run. */
  private boolean isAboveAny(int span, List<Integer> tops) {
    Walk walk = trees.forest().walk();
    return tops.stream()
        .mapToInt(walk::position)
        .anyMatch(at -> walk.position(span) < at && at < walk.end(span));
  }

  private void join(int top) {
    Identity identity = identity(top, trees.workflow(top, mapper));
    List<Integer> group = byRun.get(identity);
    if (group == null) {
      group = new ArrayList<>();
      byRun.put(identity, group);
      groups.add(group);
      if (marks.workflow(top) != null) {
        byId.computeIfAbsent(identity(top, ""), unseen -> new ArrayList<>()).add(group);
      }
    }
    group.add(top);
  }

  private Identity identity(int top, String workflow) {
    String runId = Objects.requireNonNull(marks.runId(top));
    return new Identity(scope(runId, trees.service(top)), workflow, runId);
  }

  /** Within what a run id means one run: its service, or the whole world, which has no name. */
  static String scope(String runId, String service) {
    return UNIQUE.matcher(runId).matches() ? "" : service;
  }
}
