package io.heddle.core.advice;

import io.heddle.core.attribute.Explanation;
import io.heddle.core.attribute.Puzzle;
import io.heddle.core.replay.Change;
import io.heddle.core.statistics.CallSite;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nodes of which few executions take many times as long as the usual one. */
public final class LongTailRule implements Rule {
  private static final int PRIORITY = 4;

  /** p99 / p50; durations of healthy nodes scatter up to about 4. */
  private static final double TAIL = 5;

  /** Times the median. */
  private static final double LIMIT = 4;

  private static final int LEAST_EXECUTIONS = 100;
  private static final int LEAST_SLOW = 3;
  private static final double MOST_SLOW = 0.15;

  /** Of how many executions attributes are read, at most. */
  private static final int MOST = 20_000;

  private static final double NS_PER_MS = 1e6;

  @Override
  public String id() {
    return "long-tail";
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  @Override
  public List<Proposal> examine(Subject subject) {
    List<Proposal> proposals = new ArrayList<>();
    subject
        .replayedNodes()
        .forEach((node, executions) -> examine(subject, node, executions, proposals));
    return proposals;
  }

  private void examine(
      Subject subject, String node, List<Execution> executions, List<Proposal> proposals) {
    Tail tail = Tail.of(executions);
    if (tail == null
        || !tail.isLong(executions)
        || !subject.mayMatter(tail.excessNs(executions))
        || passedOn(executions, subject, tail)
        || isOfSeveralSites(subject, node)) {
      return;
    }
    Change cut = new Change.Each(node, new Cut(tail.limit()));
    Saving saving = subject.worth(List.of(cut));
    if (saving != null) {
      proposals.add(new Proposal(recommend(subject, node, executions, tail, saving), List.of(cut)));
    }
  }

  /** Whether the node is called from several places, at none of which it has a long tail. */
  private static boolean isOfSeveralSites(Subject subject, String node) {
    Map<CallSite, List<Execution>> bySite = new HashMap<>();
    for (Run run : subject.replay().replayedRuns()) {
      for (Execution execution : run.executions()) {
        if (execution.parent() >= 0 && execution.node().equals(node)) {
          bySite
              .computeIfAbsent(CallSite.of(run, execution), unseen -> new ArrayList<>())
              .add(execution);
        }
      }
    }
    return bySite.size() > 1 && bySite.values().stream().noneMatch(LongTailRule::hasTail);
  }

  private static boolean hasTail(List<Execution> executions) {
    Tail tail = Tail.of(executions);
    return tail != null && tail.isLong(executions);
  }

  /** Whether most slow executions only wait for a child that is slow itself. */
  private static boolean passedOn(List<Execution> executions, Subject subject, Tail tail) {
    long slow = executions.stream().filter(tail::holds).count();
    long below = 0;
    String node = executions.get(0).node();
    for (Run run : subject.replay().replayedRuns()) {
      for (Execution child : run.executions()) {
        Execution parent = child.parent() < 0 ? null : run.executions().get(child.parent());
        if (parent != null
            && 2 * child.durationNs() > parent.durationNs()
            && tail.holds(parent)
            && parent.node().equals(node)) {
          below++;
        }
      }
    }
    return 2 * below > slow;
  }

  private Recommendation recommend(
      Subject subject, String node, List<Execution> executions, Tail tail, Saving saving) {
    List<Execution> looked = Explanation.thinned(executions, MOST);
    Explanation explanation =
        Explanation.search(
            new Puzzle(
                Circumstances.of(looked, subject.replay().replayedRuns()),
                tail.among(looked),
                true),
            subject.standards().thresholds().level(),
            1);
    Facts evidence =
        Facts.none()
            .with("p50Ms", tail.p50 / NS_PER_MS)
            .with("p95Ms", tail.p95 / NS_PER_MS)
            .with("p99Ms", tail.p99 / NS_PER_MS)
            .with("executions", executions.size());
    Facts whose =
        looked.size() < executions.size()
            ? evidence.with("executionsLookedAt", looked.size())
            : evidence;
    return new Draft(subject, this, Category.PERFORMANCE, List.of(node))
        .title(
            "A few executions of %s take %.0f times as long".formatted(node, tail.p99 / tail.p50))
        .evidence(
            explanation == null ? whose.withUnknown("attribute") : describe(whose, explanation))
        .saving(saving)
        .effort(Level.MEDIUM)
        .risk(Level.LOW)
        .steps(
            explanation == null
                ? "Compare slow executions of " + node + " with usual ones."
                : "See why " + explanation.attribute() + " = " + explanation.value() + " is slow.",
            "Give calls a time-out near p95 and try once more, or ask a second replica by then.",
            "Run the workload again and compare with the predicted interval.")
        .example(EngineWords.of(subject.engine()).timeout(node, tail.limit() / NS_PER_MS))
        .done();
  }

  private static Facts describe(Facts evidence, Explanation explanation) {
    return evidence
        .with("attribute", explanation.attribute())
        .with("value", explanation.value())
        .with("slowWithValue", explanation.special())
        .with("usualWithValue", explanation.usual())
        .with("pValue", explanation.pValue());
  }

  /** In ns. */
  private record Tail(double p50, double p95, double p99) {
    /**
     * One slow execution, or two, may be an accident; many are no tail, but work of another kind.
     */
    boolean isLong(List<Execution> executions) {
      long slow = executions.stream().filter(it -> it.durationNs() >= TAIL * p50).count();
      return p99 >= TAIL * p50 && slow >= LEAST_SLOW && slow <= MOST_SLOW * executions.size();
    }

    /** What all executions together last beyond the limit. */
    double excessNs(List<Execution> executions) {
      double excess = 0;
      for (Execution execution : executions) {
        excess += Math.max(0, execution.durationNs() - (long) limit());
      }
      return excess;
    }

    BitSet among(List<Execution> executions) {
      BitSet slow = new BitSet();
      for (int i = 0; i < executions.size(); i++) {
        slow.set(i, holds(executions.get(i)));
      }
      return slow;
    }

    static @Nullable Tail of(List<Execution> executions) {
      if (executions.size() < LEAST_EXECUTIONS) {
        return null;
      }
      long[] sorted = new long[executions.size()];
      for (int i = 0; i < sorted.length; i++) {
        sorted[i] = executions.get(i).durationNs();
      }
      Arrays.sort(sorted);
      return new Tail(rank(sorted, 0.50), rank(sorted, 0.95), rank(sorted, 0.99));
    }

    /** Where to give up: at p95, unless that is slow already. */
    double limit() {
      return Math.min(p95, LIMIT * p50);
    }

    boolean holds(Execution execution) {
      return execution.durationNs() > TAIL / 2 * p50;
    }

    private static double rank(long[] sorted, double share) {
      return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
  }

  /** Lets no execution last longer than that. */
  private record Cut(double limitNs) implements Change.Treatment {
    @Override
    public long duration(Run run, Execution execution, long before) {
      return Math.min(before, (long) limitNs);
    }
  }
}
