package io.heddle.core.advice;

import io.heddle.core.replay.Change;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way in which a node uses its machine badly, and what would change without it. Each returns null
 * when the node shows no sign of it.
 *
 * @param what in a few words, the same for the same matter
 * @param over too much, or else too little
 * @param mostNs what all executions together get shorter by at most
 * @param least share of the run that must be gained for it to be told
 */
record Strain(
    String what,
    boolean over,
    Change change,
    double mostNs,
    String assumed,
    double least,
    List<String> steps) {
  private static final int LEAST_EXECUTIONS = 10;
  private static final double BUSY = 0.9;
  private static final double IDLE = 0.1;

  /** No JVM hands out memory faster than it can clear it: about 10 GB/s a core. */
  private static final double BYTES_PER_NS = 10;

  /** A node that computes all the time, on one core. */
  static @Nullable Strain computing(ResourceUse use) {
    Double share = use.cpuShare();
    if (share == null || share < BUSY || use.measured().size() < LEAST_EXECUTIONS) {
      return null;
    }
    Shorter half = new Shorter(it -> ResourceUse.cpuNs(it) / 2);
    return new Strain(
        "CPU bound",
        true,
        new Change.Each(use.node(), half),
        half.ofAll(use.measured()),
        "half of the CPU time can go: a second core, or half of the work",
        0.1,
        List.of(
            "Profile " + use.node() + ": it computes nearly all the time it takes.",
            "Do less of it, or split it over several cores.",
            "Keep it off threads that other nodes wait for."));
  }

  /** A node that computes when alone and waits for a core when others compute too. */
  static @Nullable Strain crowded(ResourceUse use) {
    if (!use.everComputes(BUSY - IDLE)) {
      return null;
    }
    Crowd crowd = Crowd.of(use.measured());
    Double alone = ResourceUse.cpuShare(crowd.alone);
    Double together = ResourceUse.cpuShare(crowd.together);
    if (alone == null || together == null || !crowd.tells()) {
      return null;
    }
    if (alone < BUSY - IDLE || together > alone / 2) {
      return null;
    }
    double usual = alone;
    Set<Execution> waited = Collections.newSetFromMap(new IdentityHashMap<>());
    waited.addAll(crowd.together);
    Shorter asAlone =
        new Shorter(it ->
            waited.contains(it) ? it.durationNs() - Math.round(ResourceUse.cpuNs(it) / usual) : 0);
    return new Strain(
        "too few cores",
        true,
        new Change.Each(use.node(), asAlone),
        asAlone.ofAll(crowd.together),
        "with enough cores executions side by side take as long as one alone",
        0.05,
        List.of(
            "Give the process more cores, or run more processes.",
            "Until then, let no more executions of "
                + use.node()
                + " compute at once than there are cores."));
  }

  /** A node that allocates so much that clearing the memory alone takes noticeable time. */
  static @Nullable Strain allocating(ResourceUse use) {
    Double bytes = use.allocBytes();
    if (bytes == null || use.measured().size() < LEAST_EXECUTIONS) {
      return null;
    }
    Shorter less = new Shorter(it -> Math.round(ResourceUse.allocBytes(it) / BYTES_PER_NS));
    return new Strain(
        "allocation",
        true,
        new Change.Each(use.node(), less),
        less.ofAll(use.measured()),
        "only the time to clear the memory at 10 GB/s is counted; collecting it comes on top",
        0.05,
        List.of(
            "Look at what " + use.node() + " allocates with a profiler (allocation samples).",
            "Stream what is read instead of holding all of it, and reuse buffers.",
            "Give the heap room for it: more young generation, or fewer executions at once."));
  }

  /** A node whose workers are all taken, and do nothing but wait. */
  static @Nullable Strain idling(ResourceUse use) {
    Double share = use.cpuShare();
    if (share == null || share > IDLE || use.measured().size() < LEAST_EXECUTIONS) {
      return null;
    }
    if (use.measured().stream().noneMatch(it -> it.waitNs() > 0)) {
      return null;
    }
    return new Strain(
        "idle workers",
        false,
        new Change.Each(use.node(), new QueueRule.NoWait()),
        QueueRule.waitedNs(use.measured()),
        "executions start as soon as they are ready",
        0.05,
        List.of(
            "The workers of "
                + use.node()
                + " wait for something else nearly all the time: give it many more workers than"
                + " cores, virtual threads, or calls that do not hold a thread.",
            "Bound the calls under way by what the callee bears."));
  }

  private interface Saved {
    long ns(Execution execution);
  }

  private record Shorter(Saved saved) implements Change.Treatment {
    double ofAll(List<Execution> executions) {
      double all = 0;
      for (Execution execution : executions) {
        all += Math.max(0, saved.ns(execution));
      }
      return all;
    }

    @Override
    public long duration(Run run, Execution execution, long before) {
      return before - Math.max(0, Math.min(before, saved.ns(execution)));
    }
  }

  /** Executions of which no other was under way, and those of which several were. */
  private record Crowd(List<Execution> alone, List<Execution> together) {
    boolean tells() {
      return alone.size() >= LEAST_EXECUTIONS && together.size() >= LEAST_EXECUTIONS;
    }

    static Crowd of(List<Execution> executions) {
      List<Execution> byStart = new ArrayList<>(executions);
      byStart.sort(Comparator.comparingLong(Execution::startNs));
      Crowd crowd = new Crowd(new ArrayList<>(), new ArrayList<>());
      long lastEnd = Long.MIN_VALUE;
      for (int i = 0; i < byStart.size(); i++) {
        Execution execution = byStart.get(i);
        long nextStart = i + 1 < byStart.size() ? byStart.get(i + 1).startNs() : Long.MAX_VALUE;
        boolean met = lastEnd > execution.startNs() || nextStart < execution.endNs();
        (met ? crowd.together : crowd.alone).add(execution);
        lastEnd = Math.max(lastEnd, execution.endNs());
      }
      return crowd;
    }
  }
}
