package io.heddle.cli.patient;

import java.io.IOException;
import org.bsc.langgraph4j.state.AgentState;

/**
 * An application: works once for each byte on standard input, until that ends; for some it does
 * something else before.
 */
public final class Patient {
  /** Loads a class of an engine, of a version that is like no other. */
  public static final int LOAD_ENGINE = 'e';

  /** Collects garbage. */
  public static final int COLLECT = 'g';

  private Patient() {}

  public static void main(String[] arguments) throws IOException {
    for (int order = System.in.read(); order >= 0; order = System.in.read()) {
      prepare(order);
      run(order);
    }
  }

  private static void prepare(int order) {
    if (order == LOAD_ENGINE) {
      new AgentState();
    } else if (order == COLLECT) {
      System.gc();
    }
  }

  static int run(int order) {
    return step(order) + step(order + 1);
  }

  static int step(int order) {
    return order * 31;
  }
}
