package io.heddle.instrumentation.methods;

import io.heddle.recorder.Leaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;

/**
 * What a rule of {@code heddle.methods} has matched so far: the proof that it works. Thread-safe.
 */
public final class Matches {
  private static final int KEPT = 20;

  private final MethodRule rule;
  private final SortedSet<String> methods = new TreeSet<>();
  private final SortedSet<String> classes = new TreeSet<>();
  private final SortedSet<String> found = new TreeSet<>();
  private final SortedSet<String> refused = new TreeSet<>();
  private final SortedSet<String> taken = new TreeSet<>();
  private final LongAdder outside = new LongAdder();

  /** Each with what it had counted before this rule was there. */
  private final Map<Leaf, Long> leaves = new HashMap<>();

  private int beyondLimit;

  public Matches(MethodRule rule) {
    this.rule = rule;
  }

  public MethodRule rule() {
    return rule;
  }

  /** A class was loaded that the rule concerns. */
  public synchronized void seen(String className) {
    classes.add(className);
  }

  /**
   * A method is woven.
   *
   * @param name without class and parameters
   */
  public synchronized void woven(String className, String name, String descriptor) {
    methods.add(className + "." + name + descriptor);
    found.add(name);
  }

  /** What {@link #woven} told has not come true: the method is as its author wrote it. */
  public synchronized void refused(String className, String name, String descriptor) {
    String method = className + "." + name + descriptor;
    methods.remove(method);
    refused.add(method);
  }

  /**
   * A method is not woven because there were enough already.
   *
   * @param name without class and parameters
   */
  public synchronized void beyondLimit(String name) {
    beyondLimit++;
    found.add(name);
  }

  /** A method that it means belongs to a rule before it. */
  public synchronized void taken(String className, String name, String descriptor) {
    taken.add(className + "." + name + descriptor);
    found.add(name);
  }

  /** A node was called where no run was open, and so not recorded. */
  public void outside() {
    outside.increment();
  }

  /** A node counts its calls outside of runs itself. */
  synchronized void leaf(Leaf leaf) {
    leaves.putIfAbsent(leaf, leaf.outsideCalls());
  }

  public synchronized long outsideCalls() {
    long sum = outside.sum();
    for (Map.Entry<Leaf, Long> leaf : leaves.entrySet()) {
      sum += leaf.getKey().outsideCalls() - leaf.getValue();
    }
    return sum;
  }

  public synchronized int notWoven() {
    return beyondLimit;
  }

  /** Methods that it means and a rule before it has. */
  public synchronized int takenCount() {
    return taken.size();
  }

  public synchronized int methodCount() {
    return methods.size();
  }

  public synchronized int classCount() {
    return classes.size();
  }

  /** The first methods that could not be woven, in the order of their names. */
  public synchronized List<String> firstRefused() {
    return refused.stream().limit(KEPT).toList();
  }

  /** The first woven methods in the order of their names. */
  public synchronized List<String> firstMethods() {
    return methods.stream().limit(KEPT).toList();
  }

  /** The methods it names without a star that no class had. */
  public synchronized List<String> missing() {
    List<String> missing = new ArrayList<>(rule.exactMethods());
    missing.removeAll(found);
    return missing;
  }
}
