package io.heddle.core.path;

import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Execution.Role;
import java.util.Arrays;
import java.util.List;

/**
 * A run as arrays: intervals by execution index, and the children of {@code i} at {@code
 * children[offsets[i]]} to {@code children[offsets[i + 1] - 1]}.
 */
final class Tree {
  private static final int NODE = 1;
  private static final int ROOT = 2;
  private static final int ASYNC = 4;
  private static final int REPEATED = 8;
  private static final int WAITED = 16;
  private static final int CALLS = 32;
  private static final int SERVES = 64;
  private static final byte ATTACHED = -128;

  private final List<Execution> executions;
  private final int[] parents;

  /** Start and end of each, side by side: who looks at one in no order needs the other too. */
  private final long[] times;

  private final long[] ids;
  private final byte[] traits;
  private final String[] services;
  private boolean edges;
  private final int[] offsets;
  private final int[] children;

  Tree(List<Execution> executions) {
    this.executions = executions;
    int size = executions.size();
    parents = new int[size];
    times = new long[2 * size];
    ids = new long[size];
    traits = new byte[size];
    services = new String[size];
    offsets = new int[size + 1];
    for (int i = 0; i < size; i++) {
      read(i, executions.get(i));
    }
    for (int i = 0; i < size; i++) {
      if (parents[i] >= 0 && waitsFor(parents[i], i)) {
        traits[i] |= ATTACHED;
      }
    }
    children = group();
  }

  Execution execution(int index) {
    return executions.get(index);
  }

  int size() {
    return parents.length;
  }

  int parent(int index) {
    return parents[index];
  }

  long start(int index) {
    return times[2 * index];
  }

  long end(int index) {
    return times[2 * index + 1];
  }

  /** Whether somebody waits for it. */
  boolean attached(int index) {
    return has(index, ATTACHED);
  }

  /** Whether an execution names a predecessor. */
  boolean hasEdges() {
    return edges;
  }

  int firstChild(int index) {
    return offsets[index];
  }

  int lastChild(int index) {
    return offsets[index + 1];
  }

  int child(int position) {
    return children[position];
  }

  String service(int index) {
    return services[index];
  }

  boolean isNode(int index) {
    return has(index, NODE);
  }

  boolean isRoot(int index) {
    return has(index, ROOT);
  }

  /** Whether it is a second or later attempt. */
  boolean isRepeated(int index) {
    return has(index, REPEATED);
  }

  /** Whether its wait was recorded. */
  boolean hasWait(int index) {
    return has(index, WAITED);
  }

  /** Whether the child is the server's side of the span. */
  boolean isServed(int span, int child) {
    return has(span, CALLS) && has(child, SERVES);
  }

  void orderByEnd(int index) {
    EndOrder.sort(children, offsets[index], offsets[index + 1], this);
  }

  /** The order of span ids as text. */
  boolean smallerId(int one, int other) {
    return Long.compareUnsigned(ids[one], ids[other]) < 0;
  }

  private void read(int index, Execution execution) {
    parents[index] = execution.parent();
    times[2 * index] = execution.startNs();
    times[2 * index + 1] = execution.endNs();
    ids[index] = execution.spanId();
    traits[index] = traits(execution);
    services[index] = execution.service();
    edges |= execution.predecessors().length > 0;
    if (execution.parent() >= 0) {
      offsets[execution.parent() + 1]++;
    }
  }

  private static byte traits(Execution it) {
    int traits = it.role() == Role.NODE ? NODE : 0;
    traits |= it.role() == Role.ROOT ? ROOT : 0;
    traits |= it.async() ? ASYNC : 0;
    traits |= it.attempt() > 1 ? REPEATED : 0;
    traits |= it.waitNs() >= 0 ? WAITED : 0;
    traits |= it.kind() == Kind.CLIENT ? CALLS : 0;
    traits |= it.kind() == Kind.SERVER ? SERVES : 0;
    return (byte) traits;
  }

  private boolean has(int index, int trait) {
    return (traits[index] & trait) != 0;
  }

  private boolean waitsFor(int parent, int child) {
    return !has(child, ASYNC) && touches(parent, child) && !handsOver(parent, child);
  }

  private boolean touches(int parent, int child) {
    boolean empty = start(child) == end(child);
    return empty
        ? start(child) >= start(parent) && start(child) <= end(parent)
        : start(child) < end(parent) && end(child) > start(parent);
  }

  private boolean handsOver(int parent, int child) {
    return executions.get(child).kind() == Kind.CONSUMER
        && executions.get(parent).kind() == Kind.PRODUCER;
  }

  private int[] group() {
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] += offsets[i - 1];
    }
    int[] next = Arrays.copyOf(offsets, offsets.length);
    int[] grouped = new int[offsets[parents.length]];
    for (int i = 0; i < parents.length; i++) {
      if (parents[i] >= 0) {
        grouped[next[parents[i]]++] = i;
      }
    }
    return grouped;
  }
}
