package io.heddle.core.path;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The shape of a run as a hash: its (service, node) tree with equal siblings counted once, so that
 * a loop of three and a loop of five are the same.
 */
final class Structure {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private final List<Execution> executions;

  /** Where the hashes of an execution's children begin among all; they end where the next begin. */
  private final int[] offsets;

  private final int[] filled;
  private final long[] below;

  private Structure(List<Execution> executions) {
    this.executions = executions;
    offsets = new int[executions.size() + 1];
    for (Execution execution : executions) {
      if (execution.parent() >= 0) {
        offsets[execution.parent() + 1]++;
      }
    }
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] += offsets[i - 1];
    }
    filled = offsets.clone();
    below = new long[executions.size()];
  }

  /** 16 hex digits. */
  static String of(Run run) {
    return HexFormat.of().toHexDigits(new Structure(run.executions()).hash());
  }

  private long hash() {
    long roots = 0;
    for (int i = executions.size() - 1; i >= 0; i--) {
      Execution execution = executions.get(i);
      long hash = hash(execution, offsets[i], offsets[i + 1]);
      if (execution.parent() >= 0) {
        below[filled[execution.parent()]++] = hash;
      } else {
        roots += hash;
      }
    }
    return roots;
  }

  private long hash(Execution execution, int from, int to) {
    long hash = mix(execution.service().hashCode(), execution.node().hashCode());
    Arrays.sort(below, from, to);
    for (int i = from; i < to; i++) {
      if (i == from || below[i] != below[i - 1]) {
        hash = mix(hash, below[i]);
      }
    }
    return hash;
  }

  private static long mix(long one, long other) {
    long mixed = (one ^ Long.rotateLeft(other * MULTIPLIER, 31)) * MULTIPLIER;
    return mixed ^ (mixed >>> 29);
  }
}
