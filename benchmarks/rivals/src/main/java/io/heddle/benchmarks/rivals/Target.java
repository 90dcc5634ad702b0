package io.heddle.benchmarks.rivals;

/**
 * Two methods that every agent is told to measure, one calling the other many times.
 *
 * @param outer what a run, a transaction, a root span is
 * @param inner what a node, a span is
 * @param kieker both in Kieker's notation: whole signatures, or classes where its parser cannot
 *     read a signature (parameters with packages)
 */
record Target(Method outer, Method inner, String kieker) {
  private static final String HOST = "io.heddle.benchmarks.host.";

  static final Target LEAF =
      new Target(
          new Method(HOST + "Job", "burst"),
          new Method(HOST + "Leaf", "node"),
          "public long " + HOST + "Job.burst(int);public long " + HOST + "Leaf.node(long)");

  static final Target GRAPH =
      new Target(
          new Method(HOST + "ChainOfNodes", "run"),
          new Method(HOST + "NoopNode", "apply"),
          HOST + "ChainOfNodes;" + HOST + "NoopNode");

  /** A method of the measured program. */
  record Method(String type, String name) {}

  /** Both methods in an agent's own notation, from a format with places for class and name. */
  String as(String format, String separator) {
    return format.formatted(outer.type(), outer.name())
        + separator
        + format.formatted(inner.type(), inner.name());
  }
}
