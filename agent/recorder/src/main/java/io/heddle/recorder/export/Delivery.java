package io.heddle.recorder.export;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells the user once that spans do not arrive, and again only after some did. Thread-safe. */
public final class Delivery {
  private final String endpoint;
  private final Consumer<String> warnings;
  private final Consumer<String> problems;
  private final AtomicBoolean told = new AtomicBoolean();
  private final AtomicBoolean toldRejection = new AtomicBoolean();
  private volatile State state = State.UNKNOWN;

  /** What the last attempt taught. */
  public enum State {
    UNKNOWN,
    ARRIVING,
    FAILING
  }

  /**
   * @param endpoint where spans go; what of it may be secret is not told
   * @param warnings gets lines for the user
   * @param problems gets the reason each time that something does not arrive
   */
  public Delivery(String endpoint, Consumer<String> warnings, Consumer<String> problems) {
    this.endpoint = ShownEndpoint.of(endpoint);
    this.warnings = warnings;
    this.problems = problems;
  }

  /** Something arrived. */
  public void succeeded() {
    state = State.ARRIVING;
    told.set(false);
  }

  /** Something did not arrive. */
  public void failed(String reason) {
    state = State.FAILING;
    problems.accept(reason);
    if (told.compareAndSet(false, true)) {
      warnings.accept(
          "spans cannot be sent to %s (%s); they are dropped and counted until they can"
              .formatted(endpoint, reason));
    }
  }

  /** The collector took a request but not all of its spans; told once. */
  public void rejected(long spans, String message) {
    problems.accept(spans + " spans were rejected (" + message + ")");
    if (toldRejection.compareAndSet(false, true)) {
      warnings.accept(
          "%s rejected %s spans (%s); further ones are only counted"
              .formatted(endpoint, spans, message));
    }
  }

  /** What the last attempt taught. */
  public State state() {
    return state;
  }

  /** The first line of what caused it; null when nobody answered. */
  public static String reason(@Nullable Throwable cause) {
    if (cause == null) {
      return "no answer in time";
    }
    Throwable root = cause;
    for (int depth = 0; root.getCause() != null && depth < 16; depth++) {
      root = root.getCause();
    }
    String message = root.getMessage();
    String text = message == null ? root.getClass().getSimpleName() : message;
    return text.lines().findFirst().orElse(text);
  }
}
