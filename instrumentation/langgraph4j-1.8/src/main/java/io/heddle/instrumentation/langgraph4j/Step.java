package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.Member;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The engine's {@code AsyncGenerator.Data}: a value to come, an embedded generator, or the end. */
final class Step {
  private static final Member FUTURE = Member.method("future");
  private static final Member EMBED = Member.method("embed");

  private Step() {}

  /** Whether it is a value that is there: neither a failure nor the end. */
  static boolean isValue(@Nullable Object data) {
    CompletableFuture<?> future = future(data);
    return future != null && future.isDone() && !future.isCompletedExceptionally();
  }

  static boolean isDone(@Nullable Object data) {
    return data != null && FUTURE.of(data) == null && EMBED.of(data) == null;
  }

  static @Nullable Throwable failure(@Nullable Object data) {
    CompletableFuture<?> future = future(data);
    return future == null ? null : Failures.of(future);
  }

  /** A value that is still to come may turn out to be a failure, and then nobody asks again. */
  static void whenFailing(@Nullable Object data, GraphRun run) {
    CompletableFuture<?> future = future(data);
    if (future != null && !future.isDone()) {
      CompletableFuture<?> unused = future.whenComplete((value, error) -> run.endIfFailed(error));
    }
  }

  private static @Nullable CompletableFuture<?> future(@Nullable Object data) {
    return data != null && FUTURE.of(data) instanceof CompletableFuture<?> future ? future : null;
  }
}
