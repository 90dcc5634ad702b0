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
  private final Treatments treatments;
  private final BitSet removed = new BitSet();

  /** By execution, whether an effect or a treatment is about it. */
  private final boolean[] meant;

  private boolean treated;

  Effects(Layout layout, Treatments treatments) {
    this.layout = layout;
    this.treatments = treatments;
    meant = new boolean[layout.size];
    if (!treatments.isEmpty()) {
      treat();
    }
  }

  private void treat() {
    for (int i = 1; i < layout.size; i++) {
      meant[i] = treatments.concern(layout.name(i));
      treated |= meant[i];
    }
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
    return change instanceof Change.Cache ? add(hits, ns -> 0) : this;
  }

  /** Lets every execution of the node of that number take no time. */
  Effects without(int key) {
    return add(execution -> layout.key(execution) == key, ns -> 0);
  }

  /** Lets every execution of the node of that number take so much longer. */
  Effects longer(int key, long byNs) {
    return add(execution -> layout.key(execution) == key, ns -> ns + byNs);
  }

  /** Whether no execution of the run is meant. */
  boolean isEmpty() {
    return effects.isEmpty() && !treated;
  }

  /** Whether anything is said of the execution. */
  boolean mean(int execution) {
    return meant[execution];
  }

  long duration(int execution, long before) {
    if (!meant[execution]) {
      return before;
    }
    long duration = before;
    for (Effect effect : effects) {
      if (effect.where.get(execution)) {
        duration = effect.how.applyAsLong(duration);
      }
    }
    int name = layout.name(execution);
    return treated && treatments.concern(name)
        ? treatments.duration(name, layout.run, layout.execution(execution), duration)
        : duration;
  }

  /** The gap before an execution, given the recorded one. */
  long gap(int execution, long recorded) {
    if (!meant[execution]) {
      return recorded;
    }
    if (removed.get(execution)) {
      return 0;
    }
    int name = layout.name(execution);
    return treated && treatments.concern(name)
        ? treatments.gap(name, layout.run, layout.execution(execution), recorded)
        : recorded;
  }

  boolean needsServer(int execution) {
    return !treated || treatments.needServer(layout.name(execution));
  }

  private Effects add(IntPredicate where, LongUnaryOperator how) {
    return add(topmost(where), how);
  }

  private Effects add(BitSet where, LongUnaryOperator how) {
    if (!where.isEmpty()) {
      effects.add(new Effect(where, how));
      mark(where);
    }
    return this;
  }

  private void mark(BitSet where) {
    for (int i = where.nextSetBit(0); i >= 0; i = where.nextSetBit(i + 1)) {
      meant[i] = true;
    }
  }

  private IntPredicate named(String node) {
    int name = layout.places.name(node);
    return execution -> layout.name(execution) == name;
  }

  /** A node with children changes as a whole, so equal names below it are not meant again. */
  private BitSet topmost(IntPredicate where) {
    boolean[] covered = new boolean[layout.size];
    BitSet top = new BitSet();
    for (int i = 1; i < layout.size; i++) {
      if (covered[layout.parent[i]]) {
        covered[i] = true;
      } else if (where.test(i)) {
        top.set(i);
        covered[i] = true;
      }
    }
    return top;
  }

  private record Effect(BitSet where, LongUnaryOperator how) {}
}
