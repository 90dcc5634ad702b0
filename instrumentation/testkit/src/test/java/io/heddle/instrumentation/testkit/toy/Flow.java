package io.heddle.instrumentation.testkit.toy;

import java.util.function.Supplier;

/** A workflow engine in a few lines. */
public final class Flow {
  private final String name;

  public Flow(String name) {
    this.name = name;
  }

  /** Runs {@code body} as a run of this flow. */
  public void run(Runnable body) {
    body.run();
  }

  /** Runs {@code body} as the node {@code node}. */
  public String step(String node, Supplier<String> body) {
    return body.get();
  }

  /** What the agent replaces, so that a program can tell whether it is woven. */
  public String mark() {
    return "plain";
  }

  /** What the toy module fails to observe when it is told to. */
  public int fragile(int number) {
    return number + 1;
  }

  public String name() {
    return name;
  }
}
