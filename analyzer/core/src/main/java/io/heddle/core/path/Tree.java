package io.heddle.core.path;

import io.heddle.runs.Execution;
import java.util.List;

/**
 * A run by place: siblings stand side by side in the order of their ends, so that who goes from one
 * to the next reads on in memory. The roots come first, in the run's order.
 */
final class Tree {
  /** An array, since a list would look at each execution for its class. */
  private final Execution[] executions;

  private final Places places;
  private final Columns columns;

  Tree(List<Execution> executions) {
    Columns byIndex = Columns.of(executions);
    places = new Places(byIndex);
    columns = byIndex.in(places);
    this.executions = placed(executions.toArray(Execution[]::new));
  }

  Execution execution(int place) {
    return executions[place];
  }

  int size() {
    return columns.size();
  }

  /** How many there are; they have the first places. */
  int roots() {
    return places.firstChild(0);
  }

  /** By the execution's index. */
  int[] places() {
    return places.byIndex();
  }

  /** Whether an execution names a predecessor. */
  boolean hasEdges() {
    return columns.hasEdges();
  }

  /** Whether an execution is a second or later attempt. */
  boolean hasRepeated() {
    return columns.hasRepeated();
  }

  /** Negative for a root. */
  int parent(int place) {
    return columns.parent(place);
  }

  long start(int place) {
    return columns.start(place);
  }

  long end(int place) {
    return columns.end(place);
  }

  /** Whether somebody waits for it. */
  boolean attached(int place) {
    return columns.isAttached(place);
  }

  int firstChild(int place) {
    return places.firstChild(place);
  }

  /** The place behind it. */
  int lastChild(int place) {
    return places.lastChild(place);
  }

  String service(int place) {
    return execution(place).service();
  }

  boolean isNode(int place) {
    return columns.isNode(place);
  }

  boolean isRoot(int place) {
    return columns.isRoot(place);
  }

  /** Whether it is a second or later attempt. */
  boolean isRepeated(int place) {
    return columns.isRepeated(place);
  }

  /** Whether its wait was recorded. */
  boolean hasWait(int place) {
    return columns.hasWait(place);
  }

  /** Whether it calls what may be another service. */
  boolean calls(int place) {
    return columns.calls(place);
  }

  /** Whether it answers a call. */
  boolean serves(int place) {
    return columns.serves(place);
  }

  /** Whether it ends earlier, or as early with the smaller id. */
  boolean endsBefore(int one, int other) {
    return end(one) == end(other) ? smallerId(one, other) : end(one) < end(other);
  }

  /** The order of span ids as text. */
  boolean smallerId(int one, int other) {
    return Long.compareUnsigned(execution(one).spanId(), execution(other).spanId()) < 0;
  }

  private Execution[] placed(Execution[] byIndex) {
    Execution[] placed = new Execution[byIndex.length];
    for (int place = 0; place < placed.length; place++) {
      placed[place] = byIndex[places.index(place)];
    }
    return placed;
  }
}
