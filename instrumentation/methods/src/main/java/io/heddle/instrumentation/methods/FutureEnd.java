package io.heddle.instrumentation.methods;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a future that a method returned came to its end. Its class may be the application's, so each
 * of its methods may throw: a future that cannot be asked has ended when its method returned it.
 */
final class FutureEnd {
  private FutureEnd() {}

  /** Whether its end is still to come. */
  static boolean isPending(CompletableFuture<?> future) {
    try {
      return !future.isDone();
    } catch (RuntimeException ofTheApplication) {
      return false;
    }
  }

  /** Why a completed future failed; null if it did not. */
  static @Nullable Throwable failureOf(CompletableFuture<?> done) {
    try {
      if (done.isCompletedExceptionally()) {
        done.getNow(null);
      }
      return null;
    } catch (RuntimeException failure) {
      return unwrapped(failure);
    }
  }

  /**
   * Tells the listener when the future ends. The caller's future is neither replaced nor changed.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the listener
  static void tell(CompletableFuture<?> future, Consumer<@Nullable Throwable> listener) {
    try {
      future.whenComplete(
          (value, failure) -> listener.accept(failure == null ? null : unwrapped(failure)));
    } catch (RuntimeException ofTheApplication) {
      listener.accept(null);
    }
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
    return cause == null ? failure : cause;
  }
}
