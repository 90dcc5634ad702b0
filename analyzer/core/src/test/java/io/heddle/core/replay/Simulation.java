package io.heddle.core.replay;

import io.heddle.core.RunSketch;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A workflow whose truth is known: the same seed draws the same luck, so a run with a changed
 * duration is exactly what would have happened.
 */
final class Simulation {
  /** Builds the tasks of one run. */
  interface Shape {
    void build(Simulation run);
  }

  private record Task(
      String name, double gapMs, double lengthMs, int attempt, int input, int[] after) {
    Task lasting(double gap, double length) {
      return new Task(name, gap, length, attempt, input, after);
    }
  }

  /** What is done to the workflow. */
  record Treatment(
      Map<String, Double> factors, Set<String> removed, Set<String> cached, boolean isLifted) {
    static final Treatment NONE = new Treatment(Map.of(), Set.of(), Set.of(), false);

    static Treatment factors(Map<String, Double> factors) {
      return new Treatment(factors, Set.of(), Set.of(), false);
    }

    static Treatment removed(String node) {
      return new Treatment(Map.of(), Set.of(node), Set.of(), false);
    }

    static Treatment cached(String node) {
      return new Treatment(Map.of(), Set.of(), Set.of(node), false);
    }

    static Treatment lifted() {
      return new Treatment(Map.of(), Set.of(), Set.of(), true);
    }
  }

  private static final int NO_INPUT = -1;

  private final List<Task> tasks = new ArrayList<>();
  private final Random random;
  private final Treatment treatment;

  /** Node and input of all that was worked out before, in this run or an earlier one. */
  private final Set<String> answered;

  private int workers = Integer.MAX_VALUE;
  private double noiseMs;
  private double offsetMs;
  private boolean recorded;

  private Simulation(long seed, Treatment treatment, Set<String> answered) {
    random = new Random(seed * 7919);
    this.treatment = treatment;
    this.answered = answered;
  }

  static List<Run> runs(int count, Shape shape) {
    return runs(count, shape, Map.of());
  }

  static List<Run> runs(int count, Shape shape, Map<String, Double> factors) {
    return runs(0, count, shape, Treatment.factors(factors));
  }

  /** The runs of one world; every world has its own luck, and the same under each treatment. */
  static List<Run> runs(int world, int count, Shape shape, Treatment treatment) {
    Set<String> answered = new HashSet<>();
    return IntStream.range(0, count)
        .mapToObj(i -> run(1_000_003L * world + i, shape, treatment, answered))
        .toList();
  }

  static double meanMs(List<Run> runs) {
    return runs.stream().mapToLong(run -> run.root().durationNs()).average().orElseThrow() / 1e6;
  }

  private static Run run(long seed, Shape shape, Treatment treatment, Set<String> answered) {
    Simulation simulation = new Simulation(seed, treatment, answered);
    shape.build(simulation);
    return simulation.sketch(seed);
  }

  Simulation workers(int count) {
    workers = count;
    return this;
  }

  /** Every time stamp is off by up to half of this, either way. */
  Simulation noise(double ms) {
    noiseMs = ms;
    return this;
  }

  /** Nodes with names of one letter run in a process whose clock is so much behind. */
  Simulation offset(double ms) {
    offsetMs = ms;
    return this;
  }

  /** Spans name their predecessors. */
  Simulation recorded() {
    recorded = true;
    return this;
  }

  /** Whether the nodes that need not wait for each other do not. */
  boolean sideBySide() {
    return treatment.isLifted;
  }

  Random luck() {
    return random;
  }

  /** A task of about that length; answers its number. */
  int task(String name, double meanMs, int... after) {
    return attempt(name, 1, 0, meanMs, after);
  }

  /** A task that answers one of so many questions. */
  int asked(String name, int questions, double meanMs, int... after) {
    return add(name, 1, 0, meanMs, random.nextInt(questions), after);
  }

  /** A task that waits before it starts. */
  int attempt(String name, int attempt, double backoffMs, double meanMs, int... after) {
    return add(name, attempt, backoffMs, meanMs, NO_INPUT, after);
  }

  private int add(
      String name, int attempt, double backoffMs, double meanMs, int input, int... after) {
    double length = meanMs * Math.exp(0.25 * random.nextGaussian());
    double gap = 0.05 + 0.2 * random.nextDouble() + backoffMs;
    double factor = treatment.factors.getOrDefault(name, 1.0);
    boolean gone = treatment.removed.contains(name);
    tasks.add(new Task(name, gone ? 0 : gap, gone ? 0 : length * factor, attempt, input, after));
    return tasks.size() - 1;
  }

  /** Lets what was answered before take no time; the order of the starts decides who was first. */
  private void answer(double[] start) {
    for (int i : byStart(start)) {
      Task task = tasks.get(i);
      boolean known = task.input != NO_INPUT && !answered.add(task.name + task.input);
      if (known && treatment.cached.contains(task.name)) {
        tasks.set(i, task.lasting(task.gapMs, 0));
      }
    }
  }

  private Run sketch(long seed) {
    double[] start = new double[tasks.size()];
    double[] end = new double[tasks.size()];
    schedule(start, end);
    answer(start);
    schedule(start, end);
    double last = Arrays.stream(end).max().orElseThrow();
    RunSketch sketch =
        RunSketch.of("simulated").id("run-" + seed).startingAt(seed % 1_000_003 * 100_000.0);
    // the first numbers of a Random are nearly the same for neighbouring seeds
    SplittableRandom noise = new SplittableRandom(seed);
    for (int i : byStart(start)) {
      Task task = tasks.get(i);
      double behind = task.name.length() < 3 ? offsetMs : 0;
      double from = start[i] - behind + noiseMs * (noise.nextDouble() - 0.5);
      double to = Math.max(from, end[i] - behind + noiseMs * (noise.nextDouble() - 0.5));
      sketch.node(task.name, from, to).attempt(task.attempt);
      if (task.input != NO_INPUT) {
        sketch.digests("question " + task.input, "answer " + task.input);
      }
      if (recorded) {
        sketch.after(
            Arrays.stream(task.after).mapToObj(a -> tasks.get(a).name).toArray(String[]::new));
      }
    }
    return sketch.until(last + 0.3).build();
  }

  private int[] byStart(double[] start) {
    return IntStream.range(0, start.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> start[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** First come, first served on so many workers. */
  private void schedule(double[] start, double[] end) {
    List<Integer> open = new ArrayList<>(IntStream.range(0, tasks.size()).boxed().toList());
    List<Double> busyUntil = new ArrayList<>();
    while (!open.isEmpty()) {
      Integer next =
          open.stream()
              .filter(i -> Arrays.stream(tasks.get(i).after).noneMatch(open::contains))
              .min(Comparator.<Integer>comparingDouble(i -> ready(i, end)).thenComparing(i -> i))
              .orElseThrow();
      double from = ready(next, end);
      if (busyUntil.size() >= workers) {
        Double free = busyUntil.stream().min(Double::compare).orElseThrow();
        busyUntil.remove(free);
        from = Math.max(from, free);
      }
      start[next] = from + tasks.get(next).gapMs;
      end[next] = start[next] + tasks.get(next).lengthMs;
      busyUntil.add(end[next]);
      open.remove(next);
    }
  }

  private double ready(int task, double[] end) {
    return Arrays.stream(tasks.get(task).after).mapToDouble(i -> end[i]).max().orElse(0);
  }
}
