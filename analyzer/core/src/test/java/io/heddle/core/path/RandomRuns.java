package io.heddle.core.path;

import io.heddle.runs.Details;
import io.heddle.runs.Evidence;
import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Execution.Role;
import io.heddle.runs.Run;
import io.heddle.runs.Traits;
import io.heddle.runs.WorkflowKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Seeded runs of any shape: ties, overruns, zero lengths, overlaps, detached children. */
final class RandomRuns {
  private static final int[] NO_LINKS = {};

  private final Random random;
  private final int grain;
  private final boolean linked;

  private RandomRuns(long seed, boolean linked) {
    random = new Random(seed);
    grain = random.nextBoolean() ? 5_000_000 : 37;
    this.linked = linked;
  }

  static Run unlinked(long seed) {
    RandomRuns runs = new RandomRuns(seed, false);
    return runs.run(1 + runs.random.nextInt(14), Integer.MAX_VALUE);
  }

  /** Predecessors and attempts are recorded. */
  static Run linked(long seed) {
    RandomRuns runs = new RandomRuns(seed, true);
    return runs.run(1 + runs.random.nextInt(14), 3);
  }

  /** Hundreds of children below a few parents. */
  static Run crowded(long seed) {
    RandomRuns runs = new RandomRuns(seed, false);
    return runs.run(100 + runs.random.nextInt(300), 3);
  }

  /** The same run with its executions listed in another order. */
  static Run shuffled(Run run, long seed) {
    List<Execution> order = new ArrayList<>(run.executions().subList(1, run.executions().size()));
    Collections.shuffle(order, new Random(seed));
    order.add(0, run.root());
    List<Execution> placed = new ArrayList<>();
    int[] places = new int[order.size()];
    while (placed.size() < order.size()) {
      for (Execution it : order) {
        boolean ready = it.parent() < 0 || places[it.parent()] > 0;
        if (places[it.index()] == 0 && ready) {
          placed.add(it);
          places[it.index()] = placed.size();
        }
      }
    }
    placed.replaceAll(it -> at(it, places));
    return new Run(run.workflow(), run.runId(), run.traceId(), true, placed, null, run.flags());
  }

  private Run run(int size, int parents) {
    List<Execution> executions = new ArrayList<>();
    int first = linked ? random.nextInt(20) : 0;
    executions.add(execution(0, -1, first, first + random.nextInt(40)));
    for (int i = 1; i < size; i++) {
      int start = random.nextInt(44) - 2;
      int length = random.nextInt(4) == 0 ? 0 : random.nextInt(20);
      executions.add(execution(i, random.nextInt(Math.min(i, parents)), start, start + length));
    }
    WorkflowKey key = new WorkflowKey("s0", "root", null);
    return new Run(key, "run", "trace", true, executions, null, Set.of());
  }

  private Execution execution(int index, int parent, int start, int end) {
    return new Execution(
        index,
        parent,
        "trace",
        1 + (index * 7919L) % 1009,
        1_000_000_000L + (long) start * grain,
        1_000_000_000L + (long) end * grain + (end > start ? random.nextInt(3) * 11L : 0),
        traits(parent),
        new Details(
            random.nextInt(5) == 0 ? random.nextInt(4) * (long) grain : -1,
            linked && index > 1 ? links(index) : NO_LINKS,
            Evidence.NONE,
            null),
        Map.of());
  }

  private Traits traits(int parent) {
    return new Traits(
        parent < 0 ? Role.ROOT : Role.NODE,
        Kind.values()[random.nextInt(Kind.values().length)],
        "s" + random.nextInt(2),
        "n" + random.nextInt(4),
        "code",
        linked ? 1 + random.nextInt(6) / 4 : 1,
        1,
        false,
        random.nextInt(12) == 0,
        null);
  }

  private int[] links(int index) {
    return random.ints(random.nextInt(3), 1, index + 1).map(it -> it == index ? 1 : it).toArray();
  }

  private static Execution at(Execution it, int[] places) {
    return it.moved(
        places[it.index()] - 1,
        it.parent() < 0 ? -1 : places[it.parent()] - 1,
        Arrays.stream(it.predecessors()).map(predecessor -> places[predecessor] - 1).toArray(),
        0);
  }
}
