package io.heddle.core.advice;

import io.heddle.core.statistics.CallSite;
import io.heddle.core.statistics.PriceTable;
import io.heddle.core.statistics.PriceTable.Price;
import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Role;
import io.heddle.runs.Model;
import io.heddle.runs.Run;
import io.heddle.runs.Tokens;
import io.heddle.runs.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The calls that one place of a workflow makes of one model; a call that only passes on the usage
 * of calls below it is none.
 *
 * @param path the node, or the node and the operation below it
 * @param calls by start
 */
record ModelCalls(List<String> path, Model model, List<Call> calls) {
  private static final Comparator<Call> BY_START =
      Comparator.<Call>comparingLong(call -> call.execution().startNs())
          .thenComparing(call -> call.execution().traceId())
          .thenComparingLong(call -> call.execution().spanId());

  /**
   * One call.
   *
   * @param run position of its run
   * @param site where it is called from
   */
  record Call(int run, Execution execution, CallSite site, Tokens tokens) {
    long input() {
      return Objects.requireNonNullElse(tokens.input(), 0L);
    }

    long output() {
      return Objects.requireNonNullElse(tokens.output(), 0L);
    }
  }

  private record Place(List<String> path, Model model) {}

  /** Every place that calls a model and says how many tokens went in and came out. */
  static List<ModelCalls> of(List<Run> runs) {
    Map<Place, List<Call>> places = new LinkedHashMap<>();
    for (int i = 0; i < runs.size(); i++) {
      for (Execution execution : leaves(runs.get(i))) {
        Usage usage = Objects.requireNonNull(execution.usage());
        if (usage.tokens().input() != null && usage.tokens().output() != null) {
          places
              .computeIfAbsent(
                  new Place(path(runs.get(i), execution), usage.model()), none -> new ArrayList<>())
              .add(new Call(i, execution, CallSite.of(runs.get(i), execution), usage.tokens()));
        }
      }
    }
    List<ModelCalls> all = new ArrayList<>();
    places.forEach((place, calls) -> {
      calls.sort(BY_START);
      all.add(new ModelCalls(place.path, place.model, List.copyOf(calls)));
    });
    return all;
  }

  private static List<Execution> leaves(Run run) {
    boolean[] covers = new boolean[run.executions().size()];
    List<Execution> leaves = new ArrayList<>();
    for (int i = covers.length - 1; i >= 0; i--) {
      Execution execution = run.executions().get(i);
      Usage usage = execution.usage();
      boolean uses = usage != null && usage.counts();
      if (uses && !covers[i]) {
        leaves.add(execution);
      }
      if (execution.parent() >= 0) {
        covers[execution.parent()] |= uses || covers[i];
      }
    }
    return leaves;
  }

  private static List<String> path(Run run, Execution execution) {
    Execution parent = execution.parent() < 0 ? null : run.executions().get(execution.parent());
    return parent == null || parent.role() == Role.ROOT || execution.role() != Role.OPERATION
        ? List.of(execution.node())
        : List.of(parent.node(), execution.node());
  }

  /**
   * The calls of each place from which the node is called, when there are several: a node that is
   * named after its model alone does different work at each.
   */
  List<ModelCalls> bySite() {
    Map<CallSite, List<Call>> sites = new LinkedHashMap<>();
    calls.forEach(it -> sites.computeIfAbsent(it.site, unseen -> new ArrayList<>()).add(it));
    Set<String> common = new HashSet<>(calls.get(0).site.callers());
    sites.keySet().forEach(site -> common.retainAll(site.callers()));
    List<ModelCalls> all = new ArrayList<>();
    sites.forEach((site, of) ->
        site.callers().stream()
            .filter(caller -> !common.contains(caller))
            .findFirst()
            .ifPresent(caller -> all.add(new ModelCalls(below(caller), model, List.copyOf(of)))));
    return sites.size() > 1 ? all : List.of();
  }

  private List<String> below(String caller) {
    return List.of(caller, path.get(path.size() - 1));
  }

  @Nullable Price price(PriceTable prices) {
    return prices.find(model);
  }

  /** What all calls cost; null when the model has no price. */
  @Nullable BigDecimal cost(PriceTable prices) {
    return prices.cost(model, total());
  }

  Tokens total() {
    return calls.stream().map(Call::tokens).reduce(Tokens::plus).orElseThrow();
  }

  double mean(Function<Call, Long> tokens) {
    return calls.stream().mapToLong(tokens::apply).average().orElse(0);
  }

  /** By nearest rank. */
  long quantile(double share, Function<Call, Long> tokens) {
    long[] sorted = calls.stream().mapToLong(tokens::apply).sorted().toArray();
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  /** Sums a value of the calls for each of so many runs. */
  double[] byRun(int runs, ToDoubleFunction<Call> value) {
    double[] sums = new double[runs];
    calls.forEach(call -> sums[call.run] += value.applyAsDouble(call));
    return Arrays.copyOf(sums, runs);
  }
}
