package io.heddle.instrumentation.spi;

import java.util.Objects;

/**
 * One place to weave: every method of that name and arity in that class.
 *
 * @param className binary name, {@code org.example.Outer$Inner}
 * @param methodName method name, or {@code <init>}: then only the normal exit is woven
 * @param arity number of parameters
 * @param advice what to do there
 * @param isNeeded whether each version of the engine that is supported has such a place
 */
public record Rule(
    String className, String methodName, int arity, Advice advice, boolean isNeeded) {
  private static final String CONSTRUCTOR = "<init>";

  public Rule {
    Objects.requireNonNull(className, "className");
    Objects.requireNonNull(methodName, "methodName");
    Objects.requireNonNull(advice, "advice");
    if (advice instanceof LeafNode && methodName.equals(CONSTRUCTOR)) {
      throw new IllegalArgumentException("a constructor is no leaf node: " + className);
    }
  }

  /** A place that each version of the engine that is supported has. */
  public Rule(String className, String methodName, int arity, Advice advice) {
    this(className, methodName, arity, advice, true);
  }

  /** The same place, which only some versions of the engine have. */
  public Rule ofSomeVersions() {
    return new Rule(className, methodName, arity, advice, false);
  }
}
