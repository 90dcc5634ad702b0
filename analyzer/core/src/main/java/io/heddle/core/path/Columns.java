package io.heddle.core.path;

import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Execution.Role;
import java.util.List;

/**
 * What a path asks of executions, in columns. Start and end stand side by side: who looks at one
 * needs the other too.
 */
final class Columns {
  private static final int KIND = 7;
  private static final int CLIENT = 1;
  private static final int SERVER = 2;
  private static final int PRODUCER = 3;
  private static final int CONSUMER = 4;
  private static final int NODE = 8;
  private static final int ROOT = 16;
  private static final byte DETACHED = 32;
  private static final int REPEATED = 64;
  private static final int WAITED = 128;

  private final int[] parents;
  private final long[] times;
  private final byte[] traits;
  private boolean edges;
  private boolean repeated;

  private Columns(int size) {
    parents = new int[size];
    times = new long[2 * size];
    traits = new byte[size];
  }

  /** By index. */
  static Columns of(List<Execution> executions) {
    Columns columns = new Columns(executions.size());
    for (int i = 0; i < columns.size(); i++) {
      columns.read(i, executions.get(i));
    }
    return columns;
  }

  /** The same by place. */
  Columns in(Places places) {
    Columns placed = new Columns(size());
    for (int place = 0; place < size(); place++) {
      int index = places.index(place);
      placed.times[2 * place] = times[2 * index];
      placed.times[2 * place + 1] = times[2 * index + 1];
      placed.traits[place] = traits[index];
    }
    placed.edges = edges;
    placed.repeated = repeated;
    placed.adopt(places);
    return placed;
  }

  int size() {
    return parents.length;
  }

  /** Whether an execution names a predecessor. */
  boolean hasEdges() {
    return edges;
  }

  /** Whether an execution is a second or later attempt. */
  boolean hasRepeated() {
    return repeated;
  }

  /** Negative for a root. */
  int parent(int at) {
    return parents[at];
  }

  long start(int at) {
    return times[2 * at];
  }

  long end(int at) {
    return times[2 * at + 1];
  }

  boolean isNode(int at) {
    return has(at, NODE);
  }

  boolean isRoot(int at) {
    return has(at, ROOT);
  }

  boolean isRepeated(int at) {
    return has(at, REPEATED);
  }

  boolean hasWait(int at) {
    return has(at, WAITED);
  }

  boolean isAttached(int at) {
    return !has(at, DETACHED);
  }

  /** Whether it calls what may be another service. */
  boolean calls(int at) {
    return kind(at) == CLIENT;
  }

  /** Whether it answers a call. */
  boolean serves(int at) {
    return kind(at) == SERVER;
  }

  private void read(int index, Execution execution) {
    parents[index] = execution.parent();
    times[2 * index] = execution.startNs();
    times[2 * index + 1] = execution.endNs();
    traits[index] = traits(execution);
    repeated |= execution.attempt() > 1;
    edges |= execution.predecessors().length > 0;
  }

  private static byte traits(Execution it) {
    int traits = kind(it.kind());
    traits |= it.role() == Role.NODE ? NODE : 0;
    traits |= it.role() == Role.ROOT ? ROOT : 0;
    traits |= it.parent() < 0 || it.async() ? DETACHED : 0;
    traits |= it.attempt() > 1 ? REPEATED : 0;
    traits |= it.waitNs() >= 0 ? WAITED : 0;
    return (byte) traits;
  }

  private static int kind(Kind kind) {
    return switch (kind) {
      case CLIENT -> CLIENT;
      case SERVER -> SERVER;
      case PRODUCER -> PRODUCER;
      case CONSUMER -> CONSUMER;
      case INTERNAL, UNSPECIFIED -> 0;
    };
  }

  private int kind(int at) {
    return traits[at] & KIND;
  }

  private boolean has(int at, int trait) {
    return (traits[at] & trait) != 0;
  }

  private void adopt(Places places) {
    for (int root = 0; root < places.firstChild(0); root++) {
      parents[root] = -1;
    }
    for (int parent = 0; parent < size(); parent++) {
      for (int child = places.firstChild(parent); child < places.lastChild(parent); child++) {
        parents[child] = parent;
        if (!waitsFor(parent, child)) {
          traits[child] |= DETACHED;
        }
      }
    }
  }

  private boolean waitsFor(int parent, int child) {
    return touches(parent, child) && !(kind(parent) == PRODUCER && kind(child) == CONSUMER);
  }

  private boolean touches(int parent, int child) {
    boolean empty = start(child) == end(child);
    return empty
        ? start(child) >= start(parent) && start(child) <= end(parent)
        : start(child) < end(parent) && end(child) > start(parent);
  }
}
