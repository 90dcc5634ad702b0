package io.heddle.instrumentation.spi;

import java.util.Objects;

/**
 * One place to weave: every method of that name and arity in that class.
 *
 * @param className binary name, {@code org.example.Outer$Inner}
 * @param methodName method name, or {@code <init>}: then only the normal exit is woven
 * @param arity number of parameters
 * @param advice what to do there
 */
public record Rule(String className, String methodName, int arity, Advice advice) {
  private static final String CONSTRUCTOR = "<init>";

  public Rule {
    Objects.requireNonNull(className, "className");
    Objects.requireNonNull(methodName, "methodName");
    Objects.requireNonNull(advice, "advice");
    if (advice instanceof LeafNode && methodName.equals(CONSTRUCTOR)) {
      throw new IllegalArgumentException("a constructor is no leaf node: " + className);
    }
  }
}
