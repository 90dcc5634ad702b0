package io.heddle.core.advice;

import io.heddle.core.RunSketch;
import io.heddle.runs.Run;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Asks one rule, or all, about runs that a test sketches. */
final class Rules {
  /** Sketches one run with luck of its own, starting from a sketch with an id and a start time. */
  interface Shape extends BiFunction<RunSketch, Random, RunSketch> {}

  static List<Run> runs(int count, Shape shape) {
    return runs(count, 0, shape);
  }

  static List<Run> runs(int count, long seed, Shape shape) {
    Random random = new Random(seed * 31 + 7);
    return IntStream.range(0, count)
        .mapToObj(i -> RunSketch.of("mail").id("run-" + i).startingAt(i * 10_000.0))
        .map(sketch -> shape.apply(sketch, random).build())
        .toList();
  }

  static List<Recommendation> ask(Rule rule, List<Run> runs) {
    return ask(rule, runs, Standards.DEFAULTS);
  }

  static List<Recommendation> ask(Rule rule, List<Run> runs, Standards standards) {
    return rule.examine(Subject.of(runs, standards)).stream()
        .map(Proposal::recommendation)
        .toList();
  }

  private Rules() {}
}
