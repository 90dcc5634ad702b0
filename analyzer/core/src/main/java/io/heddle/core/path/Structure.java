package io.heddle.core.path;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shape of a run as a hash: its (service, node) tree with equal siblings counted once, so that
 * a loop of three and a loop of five are the same.
 */
final class Structure {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private final List<Execution> executions;
  private final List<List<Long>> below;

  private Structure(List<Execution> executions) {
    this.executions = executions;
    below = new ArrayList<>(executions.size());
    executions.forEach(unused -> below.add(List.of()));
  }

  /** 16 hex digits. */
  static String of(Run run) {
    return "%016x".formatted(new Structure(run.executions()).hash());
  }

  private long hash() {
    long roots = 0;
    for (int i = executions.size() - 1; i >= 0; i--) {
      long hash = hash(executions.get(i));
      int parent = executions.get(i).parent();
      if (parent >= 0) {
        hang(parent, hash);
      } else {
        roots += hash;
      }
    }
    return roots;
  }

  private void hang(int parent, long hash) {
    if (below.get(parent).isEmpty()) {
      below.set(parent, new ArrayList<>(2));
    }
    below.get(parent).add(hash);
  }

  private long hash(Execution execution) {
    long hash = mix(execution.service().hashCode(), execution.node().hashCode());
    long[] children = below.get(execution.index()).stream().mapToLong(it -> it).sorted().toArray();
    for (long child : Arrays.stream(children).distinct().toArray()) {
      hash = mix(hash, child);
    }
    return hash;
  }

  private static long mix(long one, long other) {
    long mixed = (one ^ Long.rotateLeft(other * MULTIPLIER, 31)) * MULTIPLIER;
    return mixed ^ (mixed >>> 29);
  }
}
