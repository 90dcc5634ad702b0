package io.heddle.benchmarks.traces;

/** Draws one run of a workflow. */
@FunctionalInterface
interface Scenario {
  void draw(RunSketch run);
}
