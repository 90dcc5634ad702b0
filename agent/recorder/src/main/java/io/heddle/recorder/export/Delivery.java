package io.heddle.recorder.export;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells the user once that spans do not arrive, and again only after some did. Thread-safe. */
final class Delivery {
  private final String endpoint;
  private final Consumer<String> warnings;
  private final AtomicBoolean told = new AtomicBoolean();
  private volatile State state = State.UNKNOWN;

  /** What the last attempt taught. */
  enum State {
    UNKNOWN,
    ARRIVING,
    FAILING
  }

  Delivery(String endpoint, Consumer<String> warnings) {
    this.endpoint = endpoint;
    this.warnings = warnings;
  }

  void succeeded() {
    state = State.ARRIVING;
    told.set(false);
  }

  void failed(@Nullable Throwable cause) {
    state = State.FAILING;
    if (told.compareAndSet(false, true)) {
      warnings.accept(
          "spans cannot be sent to %s (%s); they are dropped and counted until they can"
              .formatted(endpoint, reason(cause)));
    }
  }

  State state() {
    return state;
  }

  private static String reason(@Nullable Throwable cause) {
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
