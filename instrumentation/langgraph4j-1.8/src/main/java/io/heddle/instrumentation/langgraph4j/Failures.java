package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.FutureEnd;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What went wrong, without the wrappers that futures and the engine put around it. */
final class Failures {
  private static final String ENGINE_WRAPPER = "org.bsc.langgraph4j.GraphRunnerException";

  private Failures() {}

  /** The failure of a finished future; null if it succeeded. */
  static @Nullable Throwable of(CompletableFuture<?> done) {
    Throwable failure = FutureEnd.failureOf(done);
    return failure == null ? null : unwrapped(failure);
  }

  static Throwable unwrapped(Throwable failure) {
    Throwable at = failure;
    while (isWrapper(at) && at.getCause() != null) {
      at = at.getCause();
    }
    return at;
  }

  private static boolean isWrapper(Throwable failure) {
    return failure instanceof CompletionException
        || failure instanceof ExecutionException
        || failure.getClass().getName().equals(ENGINE_WRAPPER);
  }
}
