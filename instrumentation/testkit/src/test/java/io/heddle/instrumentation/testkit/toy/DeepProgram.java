package io.heddle.instrumentation.testkit.toy;

import java.io.StringWriter;
import java.util.Formatter;

/**
 * Uses up the stack in its very first run, and in each further one from another depth. Prints what
 * it finds usable afterwards, of its own and of the JDK.
 */
public final class DeepProgram {
  public static final int RUNS = 25;

  private static final long STACK = 256 * 1024;

  private DeepProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    for (int i = 0; i < RUNS; i++) {
      int depth = i;
      Thread thread = new Thread(null, () -> from(depth, depth), "deep", STACK);
      thread.start();
      thread.join();
    }
    StringWriter writer = new StringWriter().append("written");
    System.out.println(writer + new Formatter().format(" %d", 1).toString());
  }

  /** So many frames further down each run finds other room. */
  private static void from(int depth, int number) {
    if (depth > 0) {
      from(depth - 1, number);
    } else {
      System.out.println(run(number));
    }
  }

  /** The run. */
  static String run(int number) {
    StringBuilder said = new StringBuilder();
    try {
      said.append(deep(0));
    } catch (StackOverflowError expected) {
      said.append("deep ");
    }
    try {
      said.append(failing(number));
    } catch (IllegalStateException expected) {
      said.append(expected.getMessage());
    }
    return said.append(leaving(number)).toString();
  }

  /** A node that begins where there is hardly any stack, with another at each step back. */
  static int deep(int depth) {
    try {
      return deep(depth + 1) + 1;
    } finally {
      leaving(depth);
    }
  }

  static Object failing(int number) {
    throw new IllegalStateException("failing " + number);
  }

  static Object leaving(int number) {
    return number & 1;
  }
}
