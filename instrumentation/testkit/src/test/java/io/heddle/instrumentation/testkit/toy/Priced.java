package io.heddle.instrumentation.testkit.toy;

/** An interface of the application with a method of its own. */
public interface Priced {
  /** A price. */
  default long price() {
    return 42L;
  }
}
