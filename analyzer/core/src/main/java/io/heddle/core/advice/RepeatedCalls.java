package io.heddle.core.advice;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The same call made again and again, one after another, by one execution of its caller.
 *
 * @param caller name
 * @param callee name
 * @param bursts the calls of one execution of the caller each, by start
 */
record RepeatedCalls(String caller, String callee, List<Burst> bursts) {
  /** Fewer calls by one execution are not worth a query of their own. */
  private static final int BURST = 5;

  private static final Set<String> CALLS = Set.of("http_request", "knowledge_retrieval");

  /** The calls of one execution of the caller. */
  record Burst(Run run, List<Execution> calls) {
    boolean isLong() {
      return calls.size() >= BURST;
    }

    long totalNs() {
      return calls.stream().mapToLong(Execution::durationNs).sum();
    }

    /** Whether most calls started only when the one before had ended. */
    boolean sequential() {
      int waited = 0;
      for (int i = 1; i < calls.size(); i++) {
        waited += calls.get(i).startNs() >= calls.get(i - 1).endNs() ? 1 : 0;
      }
      return 2 * waited > calls.size() - 1;
    }

    boolean perItem() {
      return !Paging.is(calls) && !Polling.is(calls);
    }

    /** All but the one that took longest, which stands for the one call that would remain. */
    Set<Long> superfluous() {
      Execution longest =
          calls.stream().max(Comparator.comparingLong(Execution::durationNs)).orElseThrow();
      Set<Long> others = new HashSet<>();
      calls.forEach(call -> others.add(call.spanId()));
      others.remove(longest.spanId());
      return others;
    }
  }

  static List<RepeatedCalls> of(List<Run> runs) {
    Crowds crowds = Crowds.of(runs, BURST);
    Map<List<String>, List<Burst>> bursts = new LinkedHashMap<>();
    if (!crowds.isEmpty()) {
      runs.forEach(run -> collect(run, crowds, bursts));
    }
    List<RepeatedCalls> found = new ArrayList<>();
    bursts.forEach((path, calls) -> found.add(new RepeatedCalls(path.get(0), path.get(1), calls)));
    return found.stream().filter(RepeatedCalls::typical).toList();
  }

  double perRun(int runs) {
    return (double) bursts.stream().mapToInt(b -> b.calls.size()).sum() / runs;
  }

  private boolean typical() {
    long perItem = bursts.stream().filter(b -> b.isLong() && b.sequential() && b.perItem()).count();
    return 2 * perItem > bursts.size();
  }

  private static void collect(Run run, Crowds crowds, Map<List<String>, List<Burst>> bursts) {
    Map<List<Object>, List<Execution>> calls = new LinkedHashMap<>();
    for (Execution execution : run.executions()) {
      if (execution.attempt() == 1 && crowds.hold(run, execution) && isCall(execution)) {
        calls
            .computeIfAbsent(
                List.of(execution.parent(), execution.node()), none -> new ArrayList<>())
            .add(execution);
      }
    }
    for (List<Execution> same : calls.values()) {
      same.sort(Comparator.comparingLong(Execution::startNs));
      if (isTool(same.get(0)) && !Outside.leavesProcess(same.get(0)) && !isUnbroken(run, same)) {
        continue;
      }
      Execution caller = run.executions().get(same.get(0).parent());
      bursts
          .computeIfAbsent(List.of(caller.node(), same.get(0).node()), none -> new ArrayList<>())
          .add(new Burst(run, same));
    }
  }

  private static boolean isCall(Execution execution) {
    return CALLS.contains(execution.type())
        || isTool(execution)
        || Outside.leavesProcess(execution);
  }

  private static boolean isTool(Execution execution) {
    return execution.type().equals("tool");
  }

  /** Whether nothing ran between the calls: an agent that thinks between them chooses each anew. */
  private static boolean isUnbroken(Run run, List<Execution> calls) {
    Execution first = calls.get(0);
    Execution last = calls.get(calls.size() - 1);
    return run.executions().stream()
        .noneMatch(other ->
            other.parent() == first.parent()
                && !other.node().equals(first.node())
                && other.startNs() > first.startNs()
                && other.startNs() < last.startNs());
  }
}
