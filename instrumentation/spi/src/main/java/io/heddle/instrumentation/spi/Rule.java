package io.heddle.instrumentation.spi;

import java.util.Objects;

/**
 * One place to weave: every method of that name and arity in that class.
 *
 * @param className binary name, {@code org.example.Outer$Inner}
 * @param methodName method name, or {@code <init>}: then only the normal exit is woven
 * @param arity number of parameters
 * @param probe what to do there
 */
public record Rule(String className, String methodName, int arity, Probe probe) {
  public Rule {
    Objects.requireNonNull(className, "className");
    Objects.requireNonNull(methodName, "methodName");
    Objects.requireNonNull(probe, "probe");
  }
}
