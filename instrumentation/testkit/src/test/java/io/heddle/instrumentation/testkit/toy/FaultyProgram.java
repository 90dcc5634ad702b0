package io.heddle.instrumentation.testkit.toy;

import java.util.ArrayList;
import java.util.List;

/** A workflow whose node throws whatever there is to throw, and one that fills the heap. */
public final class FaultyProgram {
  private FaultyProgram() {}

  /** Tells what reached the caller of each node; ends with exit code 7. */
  public static void main(String[] arguments) {
    for (String fault : arguments) {
      System.out.println(fault + ": " + run(fault));
    }
    System.exit(7);
  }

  static String run(String fault) {
    try {
      return "returned " + node(fault);
    } catch (Throwable thrown) {
      return thrown.getClass().getName() + " " + (thrown.getCause() == null);
    }
  }

  static int node(String fault) throws Exception {
    switch (fault) {
      case "checked" -> throw new Exception("checked");
      case "interrupted" -> throw new InterruptedException();
      case "death" -> throw new Error("death");
      case "linkage" -> throw new NoClassDefFoundError("absent");
      case "memory" -> throw new OutOfMemoryError("told");
      case "stack" -> {
        return deep(0);
      }
      case "message" ->
          throw new IllegalStateException() {
            @Override
            public String getMessage() {
              throw new IllegalArgumentException("no message");
            }
          };
      case "deepMessage" ->
          throw new IllegalStateException() {
            @Override
            public String getMessage() {
              return "" + deep(0);
            }
          };
      case "deadlyMessage" ->
          throw new IllegalStateException() {
            @Override
            public String getMessage() {
              throw new Error("deadly");
            }
          };
      case "heap" -> {
        return fill();
      }
      default -> {
        return fault.length();
      }
    }
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int deep(int depth) {
    return deep(depth + 1) + 1;
  }

  /** Holds all there is until nothing is left. */
  private static int fill() {
    List<byte[]> held = new ArrayList<>();
    try {
      while (true) {
        held.add(new byte[64 * 1024]);
      }
    } catch (OutOfMemoryError full) {
      held.clear();
      return 1;
    }
  }
}
