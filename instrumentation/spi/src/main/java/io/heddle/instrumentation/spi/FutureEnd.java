package io.heddle.instrumentation.spi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How a future that user code returned came to its end. Its class may be the application's, so each
 * of its methods may throw: a future that cannot be asked has ended when it was returned.
 */
public final class FutureEnd {
  private static final ClassValue<Boolean> OF_THE_JDK =
      new ClassValue<>() {
        @Override
        @SuppressWarnings("ReferenceEquality") // one loader is one object
        protected Boolean computeValue(Class<?> type) {
          ClassLoader loader = type.getClassLoader();
          return loader == null || loader == ClassLoader.getPlatformClassLoader();
        }
      };

  private FutureEnd() {}

  /**
   * Whether the future's methods are the JDK's. Any other one may lead to a user's code, and its
   * dependent stages may lack what its own bring with them.
   */
  public static boolean isOfTheJdk(CompletableFuture<?> future) {
    return OF_THE_JDK.get(future.getClass());
  }

  /** Whether its end is still to come. */
  public static boolean isPending(CompletableFuture<?> future) {
    try {
      return !future.isDone();
    } catch (RuntimeException ofTheApplication) {
      return false;
    }
  }

  /** Why a completed future failed, without the JDK's wrapping; null if it did not. */
  public static @Nullable Throwable failureOf(CompletableFuture<?> done) {
    try {
      if (done.isCompletedExceptionally()) {
        done.getNow(null);
      }
      return null;
    } catch (RuntimeException failure) {
      return unwrapped(failure);
    }
  }

  /** What a completed future brought; null if it failed, or cannot be asked. */
  public static @Nullable Object valueOf(CompletableFuture<?> done) {
    try {
      return done.getNow(null);
    } catch (RuntimeException failure) {
      return null;
    }
  }

  /**
   * Tells the listener when the future ends, and with what. The caller's future is neither replaced
   * nor changed.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the listener
  public static void tell(
      CompletableFuture<?> future, BiConsumer<@Nullable Object, @Nullable Throwable> listener) {
    try {
      future.whenComplete(
          (value, failure) -> listener.accept(value, failure == null ? null : unwrapped(failure)));
    } catch (RuntimeException ofTheApplication) {
      listener.accept(null, null);
    }
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
    return cause == null ? failure : cause;
  }
}
