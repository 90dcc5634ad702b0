package io.heddle.instrumentation.methods;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a future that a method returned came to its end. */
final class FutureEnd {
  private FutureEnd() {}

  /** Why a completed future failed; null if it did not. */
  static @Nullable Throwable failureOf(CompletableFuture<?> done) {
    if (!done.isCompletedExceptionally()) {
      return null;
    }
    try {
      done.getNow(null);
      return null;
    } catch (CompletionException | java.util.concurrent.CancellationException failure) {
      return unwrapped(failure);
    }
  }

  /**
   * Tells the listener when the future ends. The caller's future is neither replaced nor changed.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the listener
  static void tell(CompletableFuture<?> future, Consumer<@Nullable Throwable> listener) {
    future.whenComplete(
        (value, failure) -> listener.accept(failure == null ? null : unwrapped(failure)));
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
    return cause == null ? failure : cause;
  }
}
