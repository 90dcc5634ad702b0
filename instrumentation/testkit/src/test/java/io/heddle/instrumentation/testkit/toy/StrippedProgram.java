package io.heddle.instrumentation.testkit.toy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Properties;

/** Takes from its JVM what others count on, and works on. */
public final class StrippedProgram {
  private StrippedProgram() {}

  public static void main(String[] args) {
    strip(args[0]);
    System.out.println(work(1) + work(2));
  }

  private static void strip(String what) {
    switch (what) {
      case "standard error" -> System.setErr(null);
      case "working standard error" -> System.setErr(new PrintStream(new Broken(), true));
      case "properties" -> System.setProperties(new Properties());
      default -> throw new IllegalArgumentException(what);
    }
  }

  static int work(int order) {
    return node(order);
  }

  static int node(int order) {
    return 2 * order;
  }

  private static final class Broken extends OutputStream {
    @Override
    public void write(int octet) {
      throw new IllegalStateException("nobody reads this");
    }
  }
}
