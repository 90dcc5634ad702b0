package io.heddle.core.finding;

import io.heddle.core.statistics.NodeKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Tells causes from consequences: what a node does is a consequence when nodes below it that did
 * the same explain at least half of it.
 *
 * @param <T> what is told about a node
 */
final class Causes<T> {
  private static final double HALF = 0.5;

  /**
   * Something told about a node.
   *
   * @param size per run, in one unit for all; its sign is its direction
   */
  record Told<T>(NodeKey node, double size, T what) {
    boolean goesWith(Told<T> other) {
      return size * other.size > 0;
    }
  }

  /** A cause and what followed from it above. */
  record Cause<T>(Told<T> told, List<Told<T>> consequences) {}

  private final Ancestry ancestry;
  private final BiPredicate<T, T> together;

  /**
   * Judges by ancestry.
   *
   * @param together whether two facts may have one cause, whatever their nodes
   */
  Causes(Ancestry ancestry, BiPredicate<T, T> together) {
    this.ancestry = ancestry;
    this.together = together;
  }

  /** The causes in the order given, each with its consequences in that order. */
  List<Cause<T>> among(List<Told<T>> all) {
    Set<Told<T>> causes = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Told<T>> deepestFirst = new ArrayList<>(all);
    deepestFirst.sort(
        Comparator.comparingInt((Told<T> it) -> ancestry.above(it.node()).size()).reversed());
    for (Told<T> one : deepestFirst) {
      double explained =
          causes.stream().filter(it -> mayCause(it, one)).mapToDouble(Told::size).sum();
      if (Math.abs(explained) < HALF * Math.abs(one.size()) || explained == 0) {
        causes.add(one);
      }
    }
    return all.stream().filter(causes::contains).map(it -> cause(it, causes, all)).toList();
  }

  private Cause<T> cause(Told<T> told, Set<Told<T>> causes, List<Told<T>> all) {
    return new Cause<>(
        told, all.stream().filter(it -> !causes.contains(it) && mayCause(told, it)).toList());
  }

  private boolean mayCause(Told<T> below, Told<T> above) {
    Set<NodeKey> ancestors = ancestry.above(below.node());
    return ancestors.contains(above.node())
        && below.goesWith(above)
        && together.test(below.what(), above.what());
  }
}
