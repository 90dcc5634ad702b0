package io.heddle.benchmarks.analysis;

import io.heddle.runs.Details;
import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Execution.Role;
import io.heddle.runs.Run;
import io.heddle.runs.Traits;
import io.heddle.runs.WorkflowKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Traces of a shape and any size, in which every span is on the critical path. */
enum TraceShape {
  /** One parent, all others its children, one after another. */
  WIDE {
    @Override
    int parent(int index) {
      return 0;
    }
  },
  /** Each span within the one before. */
  DEEP {
    @Override
    int parent(int index) {
      return index - 1;
    }
  },
  /** Eight children each. */
  TREE {
    @Override
    int parent(int index) {
      return (index - 1) / FAN_OUT;
    }
  };

  private static final int FAN_OUT = 8;
  private static final Traits ROOT = traits(Role.ROOT);
  private static final Traits NODE = traits(Role.NODE);
  private static final WorkflowKey WORKFLOW = new WorkflowKey("service", "shape", null);

  abstract int parent(int index);

  /** How many children a parent has, if that many spans are left. */
  private int siblings(int spans) {
    return switch (this) {
      case WIDE -> spans;
      case DEEP -> 1;
      case TREE -> FAN_OUT;
    };
  }

  /**
   * Makes a run.
   *
   * @param shuffled whether siblings come in random order instead of the order of their ends
   */
  Run run(int spans, int seed, boolean shuffled) {
    int[] places = places(spans, seed, shuffled);
    long[][] times = times(spans);
    Execution[] executions = new Execution[spans];
    for (int i = 0; i < spans; i++) {
      int parent = i == 0 ? -1 : places[parent(i)];
      executions[places[i]] = execution(places[i], parent, times[i][0], times[i][1]);
    }
    String trace = "%032x".formatted(seed + 1);
    return new Run(WORKFLOW, trace, trace, true, List.of(executions), null, Set.of());
  }

  /** Where each span stands among the run's; parents keep their place before their children. */
  private int[] places(int spans, int seed, boolean shuffled) {
    List<Integer> order = new ArrayList<>();
    for (int i = 1; i < spans; i++) {
      order.add(i);
    }
    Random random = new Random(seed);
    for (int from = 0; shuffled && from < order.size(); from += siblings(spans)) {
      Collections.shuffle(
          order.subList(from, Math.min(order.size(), from + siblings(spans))), random);
    }
    int[] places = new int[spans];
    for (int i = 1; i < spans; i++) {
      places[i] = order.get(i - 1);
    }
    return places;
  }

  /** Leaves last 1 us and are 1 us apart; each parent lasts 1 us longer than what is within it. */
  private long[][] times(int spans) {
    long[] length = new long[spans];
    for (int i = spans - 1; i > 0; i--) {
      length[i] += 1_000;
      length[parent(i)] += length[i] + 1_000;
    }
    long[][] times = new long[spans][2];
    long[] next = new long[spans];
    times[0][1] = length[0] + 1_000;
    for (int i = 1; i < spans; i++) {
      int parent = parent(i);
      times[i][0] = times[parent][0] + next[parent] + 500;
      times[i][1] = times[i][0] + length[i];
      next[parent] += length[i] + 1_000;
    }
    return times;
  }

  private static Execution execution(int index, int parent, long startNs, long endNs) {
    return new Execution(
        index,
        parent,
        "trace",
        index + 1,
        startNs,
        endNs,
        index == 0 ? ROOT : NODE,
        Details.NONE,
        Map.of());
  }

  private static Traits traits(Role role) {
    return new Traits(role, Kind.INTERNAL, "service", "node", "code", 1, 1, false, false, null);
  }
}
