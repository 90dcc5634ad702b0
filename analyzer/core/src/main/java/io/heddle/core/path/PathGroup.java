package io.heddle.core.path;

import io.heddle.core.path.AggregatePath.Exemplars;
import io.heddle.core.path.AggregatePath.Share;
import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Role;
import io.heddle.runs.Run;
import io.heddle.runs.WorkflowKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Critical paths added up. Not thread-safe. */
final class PathGroup {
  private static final Comparator<Share> LARGEST_FIRST =
      Comparator.comparingDouble(Share::pathShare).reversed();
  private static final Comparator<Exemplar> BY_DURATION =
      Comparator.comparingLong(Exemplar::durationNs).thenComparing(Exemplar::traceId);

  private final Map<Place, Long> times = new HashMap<>();
  private final List<Exemplar> exemplars = new ArrayList<>();
  private long totalNs;

  /** Adds a run by the paths of its roots. */
  void add(Run run, List<CriticalPath> paths) {
    exemplars.add(new Exemplar(durationNs(paths), run.traceId()));
    paths.forEach(this::add);
  }

  void merge(PathGroup other) {
    totalNs += other.totalNs;
    exemplars.addAll(other.exemplars);
    other.times.forEach((place, ns) -> times.merge(place, ns, Long::sum));
  }

  int runs() {
    return exemplars.size();
  }

  AggregatePath aggregate(WorkflowKey workflow, String name, PathAggregate.Rest rest) {
    return new AggregatePath(
        workflow.service(),
        workflow.name(),
        name,
        runs(),
        rest.leftOut(),
        rest.unfinished(),
        representatives(),
        shares());
  }

  private void add(CriticalPath path) {
    totalNs += path.root().durationNs();
    for (Section section : path.sections()) {
      times.merge(Place.of(section, path.run()), section.durationNs(), Long::sum);
    }
  }

  private static long durationNs(List<CriticalPath> paths) {
    long start = paths.stream().mapToLong(it -> it.root().startNs()).min().orElseThrow();
    long end = paths.stream().mapToLong(it -> it.root().endNs()).max().orElseThrow();
    return end - start;
  }

  private Exemplars representatives() {
    exemplars.sort(BY_DURATION);
    return new Exemplars(at(50), at(95), at(99));
  }

  /** Nearest rank. */
  private String at(int percent) {
    int rank = (runs() * percent + 99) / 100;
    return exemplars.get(rank - 1).traceId;
  }

  private List<Share> shares() {
    return times.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(it -> it.getKey().share(it.getValue(), runs(), totalNs))
        .sorted(LARGEST_FIRST)
        .toList();
  }

  private record Exemplar(long durationNs, String traceId) {}

  private record Place(
      String service,
      String node,
      @Nullable String within,
      SectionKind kind,
      @Nullable String callee)
      implements Comparable<Place> {
    private static final Comparator<@Nullable String> NULL_FIRST =
        Comparator.nullsFirst(Comparator.<String>naturalOrder());
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::service)
            .thenComparing(Place::node)
            .thenComparing(Place::within, NULL_FIRST)
            .thenComparing(Place::kind)
            .thenComparing(Place::callee, NULL_FIRST);

    static Place of(Section section, Run run) {
      Execution owner = section.owner();
      return new Place(
          owner.service(), owner.node(), performer(owner, run), section.kind(), section.callee());
    }

    private static @Nullable String performer(Execution owner, Run run) {
      Execution at = owner;
      while (at.parent() >= 0 && at.role() == Role.OPERATION) {
        at = run.executions().get(at.parent());
      }
      return at.index() == owner.index() ? null : at.node();
    }

    Share share(long ns, int runs, long totalNs) {
      return new Share(service, node, within, kind, callee, ns / 1e6 / runs, (double) ns / totalNs);
    }

    /** Asked once a section: a record's own takes several times as long in code not yet warm. */
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof Place other
          && node.equals(other.node)
          && kind == other.kind
          && service.equals(other.service)
          && Objects.equals(within, other.within)
          && Objects.equals(callee, other.callee);
    }

    @Override
    public int hashCode() {
      int hash = 31 * node.hashCode() + service.hashCode();
      hash = 31 * hash + (within == null ? 0 : within.hashCode());
      hash = 31 * hash + (callee == null ? 0 : callee.hashCode());
      return 31 * hash + kind.hashCode();
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }
}
