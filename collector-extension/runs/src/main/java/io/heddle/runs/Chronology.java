package io.heddle.runs;

import java.util.Collection;
import java.util.List;

/** Puts runs into the order of their starts; between equal starts the ids of their roots decide. */
public final class Chronology {
  /** A run behind what is compared first, which is looked up once and not in each comparison. */
  private record Started(long ns, Run run) implements Comparable<Started> {
    Started(Run run) {
      this(run.root().startNs(), run);
    }

    @Override
    public int compareTo(Started other) {
      int order = Long.compare(ns, other.ns);
      if (order == 0) {
        order = run.traceId().compareTo(other.run.traceId());
      }
      return order == 0
          ? Long.compareUnsigned(run.root().spanId(), other.run.root().spanId())
          : order;
    }
  }

  /** The runs, the earliest first. */
  public static List<Run> of(Collection<Run> runs) {
    return runs.stream().map(Started::new).sorted().map(Started::run).toList();
  }

  private Chronology() {}
}
