package io.heddle.core.replay;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;

/** What changes do to the executions of one run: durations in, durations out, in ns. */
final class Effects {
  private final Layout layout;
  private final List<Effect> effects = new ArrayList<>();
  private final List<Treated> treatments = new ArrayList<>();
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
      treat(each);
    }
    return change instanceof Change.Cache ? add(hits, ns -> 0) : this;
  }

  /** Lets every execution that matches take no time. */
  Effects without(IntPredicate unwanted) {
    return add(unwanted, ns -> 0);
  }

  /** Whether no execution of the run is meant. */
  boolean isEmpty() {
    return effects.isEmpty() && treatments.isEmpty();
  }

  long duration(int execution, long before) {
    long duration = before;
    for (Effect effect : effects) {
      if (effect.where.get(execution)) {
        duration = effect.how.applyAsLong(duration);
      }
    }
    for (Treated treated : treatments) {
      if (treated.where.get(execution)) {
        duration = treated.how.duration(layout.run, layout.execution(execution), duration);
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
    for (Treated treated : treatments) {
      if (treated.where.get(execution)) {
        gap = treated.how.gap(layout.run, layout.execution(execution), gap);
      }
    }
    return gap;
  }

  boolean needsServer(int execution) {
    for (Treated treated : treatments) {
      if (!treated.how.needsServer() && treated.where.get(execution)) {
        return false;
      }
    }
    return true;
  }

  private void treat(Change.Each each) {
    IntPredicate named = named(each.node());
    BitSet where = new BitSet();
    for (int i = 1; i < layout.size; i++) {
      where.set(i, named.test(i));
    }
    if (!where.isEmpty()) {
      treatments.add(new Treated(where, each.treatment()));
    }
  }

  private Effects add(IntPredicate where, LongUnaryOperator how) {
    return add(topmost(where), how);
  }

  private Effects add(BitSet where, LongUnaryOperator how) {
    if (!where.isEmpty()) {
      effects.add(new Effect(where, how));
    }
    return this;
  }

  private IntPredicate named(String node) {
    int name = layout.places.name(node);
    return execution -> layout.name(execution) == name;
  }

  /** A node with children changes as a whole, so equal names below it are not meant again. */
  private BitSet topmost(IntPredicate where) {
    BitSet covered = new BitSet();
    BitSet top = new BitSet();
    for (int i = 1; i < layout.size; i++) {
      boolean inside = covered.get(layout.parent[i]);
      if (inside) {
        covered.set(i);
      } else if (where.test(i)) {
        top.set(i);
        covered.set(i);
      }
    }
    return top;
  }

  private record Effect(BitSet where, LongUnaryOperator how) {}

  private record Treated(BitSet where, Change.Treatment how) {}
}
