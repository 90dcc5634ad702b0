package io.heddle.core.replay;

import io.heddle.core.RunSketch;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

  private record Task(String name, double gapMs, double lengthMs, int attempt, int[] after) {}

  private final List<Task> tasks = new ArrayList<>();
  private final Random random;
  private final Map<String, Double> factors;
  private int workers = Integer.MAX_VALUE;
  private double noiseMs;
  private boolean recorded;

  private Simulation(long seed, Map<String, Double> factors) {
    random = new Random(seed * 7919);
    this.factors = factors;
  }

  static List<Run> runs(int count, Shape shape) {
    return runs(count, shape, Map.of());
  }

  static List<Run> runs(int count, Shape shape, Map<String, Double> factors) {
    return IntStream.range(0, count).mapToObj(seed -> run(seed, shape, factors)).toList();
  }

  static double meanMs(List<Run> runs) {
    return runs.stream().mapToLong(run -> run.root().durationNs()).average().orElseThrow() / 1e6;
  }

  private static Run run(long seed, Shape shape, Map<String, Double> factors) {
    Simulation simulation = new Simulation(seed, factors);
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

  /** Spans name their predecessors. */
  Simulation recorded() {
    recorded = true;
    return this;
  }

  Random luck() {
    return random;
  }

  /** A task of about that length; answers its number. */
  int task(String name, double meanMs, int... after) {
    return attempt(name, 1, 0, meanMs, after);
  }

  /** A task that waits before it starts. */
  int attempt(String name, int attempt, double backoffMs, double meanMs, int... after) {
    double length = meanMs * Math.exp(0.25 * random.nextGaussian());
    double gap = 0.05 + 0.2 * random.nextDouble() + backoffMs;
    tasks.add(new Task(name, gap, length * factors.getOrDefault(name, 1.0), attempt, after));
    return tasks.size() - 1;
  }

  private Run sketch(long seed) {
    double[] start = new double[tasks.size()];
    double[] end = new double[tasks.size()];
    schedule(start, end);
    double last = Arrays.stream(end).max().orElseThrow();
    RunSketch sketch = RunSketch.of("simulated").id("run-" + seed).startingAt(seed * 100_000.0);
    Random noise = new Random(seed);
    for (int i : byStart(start)) {
      Task task = tasks.get(i);
      double from = start[i] + noiseMs * (noise.nextDouble() - 0.5);
      double to = Math.max(from, end[i] + noiseMs * (noise.nextDouble() - 0.5));
      sketch.node(task.name, Math.max(0, from), to).attempt(task.attempt);
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
