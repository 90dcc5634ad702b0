package io.heddle.core.replay;

import io.heddle.runs.Execution;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;

/** What changes do to the executions of one run: durations in, durations out, in ns. */
final class Effects {
  private final Layout layout;
  private final List<Effect> effects = new ArrayList<>();
  private final List<Change.Each> treatments = new ArrayList<>();
  private final BitSet removed = new BitSet();

  Effects(Layout layout) {
    this.layout = layout;
  }

  /**
   * Adds a change.
   *
   * @param hits executions of this run that the change answers from a cache
   */
  Effects with(Change change, BitSet hits) {
    if (change instanceof Change.Scale scale) {
      return add(named(scale.node()), ns -> Math.round(ns * scale.factor()));
    }
    if (change instanceof Change.Shift shift) {
      return add(named(shift.node()), ns -> Math.max(0, ns + Math.round(shift.ms() * 1e6)));
    }
    if (change instanceof Change.Fix fix) {
      return add(named(fix.node()), ns -> Math.round(fix.ms() * 1e6));
    }
    if (change instanceof Change.Remove remove) {
      BitSet gone = topmost(named(remove.node()));
      removed.or(gone);
      return add(gone, ns -> 0);
    }
    if (change instanceof Change.Each each) {
      treatments.add(each);
    }
    return change instanceof Change.Cache ? add(hits, ns -> 0) : this;
  }

  /** Lets every execution that matches take no time. */
  Effects without(Predicate<Execution> unwanted) {
    return add(unwanted, ns -> 0);
  }

  long duration(int execution, long before) {
    long duration = before;
    for (Effect effect : effects) {
      if (effect.where.get(execution)) {
        duration = effect.how.applyAsLong(duration);
      }
    }
    for (Change.Each each : treatments) {
      if (meant(each, execution)) {
        duration = each.treatment().duration(layout.run, layout.execution(execution), duration);
      }
    }
    return duration;
  }

  /** The gap before an execution, given the recorded one. */
  long gap(int execution, long recorded) {
    if (removed.get(execution)) {
      return 0;
    }
    long gap = recorded;
    for (Change.Each each : treatments) {
      if (meant(each, execution)) {
        gap = each.treatment().gap(layout.run, layout.execution(execution), gap);
      }
    }
    return gap;
  }

  private boolean meant(Change.Each each, int execution) {
    return execution > 0 && layout.execution(execution).node().equals(each.node());
  }

  private Effects add(Predicate<Execution> where, LongUnaryOperator how) {
    return add(topmost(where), how);
  }

  private Effects add(BitSet where, LongUnaryOperator how) {
    effects.add(new Effect(where, how));
    return this;
  }

  private static Predicate<Execution> named(String node) {
    return execution -> execution.node().equals(node);
  }

  /** A node with children changes as a whole, so equal names below it are not meant again. */
  private BitSet topmost(Predicate<Execution> where) {
    BitSet covered = new BitSet();
    BitSet top = new BitSet();
    for (int i = 1; i < layout.size; i++) {
      boolean matches = where.test(layout.execution(i));
      boolean inside = covered.get(layout.parent[i]);
      top.set(i, matches && !inside);
      covered.set(i, matches || inside);
    }
    return top;
  }

  private record Effect(BitSet where, LongUnaryOperator how) {}
}
