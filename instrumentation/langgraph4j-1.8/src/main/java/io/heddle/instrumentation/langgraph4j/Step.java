package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.FutureEnd;
import io.heddle.instrumentation.spi.Member;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The engine's {@code AsyncGenerator.Data}: a value to come, an embedded generator, or the end.
 * Read once, as each look takes a method handle's call.
 *
 * @param future of the value; null if there is none to come
 * @param isDone whether it is the end
 */
record Step(@Nullable CompletableFuture<?> future, boolean isDone) {
  private static final Member FUTURE = Member.method("future");
  private static final Member EMBED = Member.method("embed");

  /**
   * What that object says.
   *
   * @param data null says nothing
   */
  static Step of(@Nullable Object data) {
    Object future = data == null ? null : FUTURE.of(data);
    boolean isDone = data != null && future == null && EMBED.of(data) == null;
    return new Step(future instanceof CompletableFuture<?> value ? value : null, isDone);
  }

  /** Whether it is a value that is there: neither a failure nor the end. */
  boolean isValue() {
    return future != null && !FutureEnd.isPending(future) && failure() == null;
  }

  @Nullable Throwable failure() {
    return future == null ? null : Failures.of(future);
  }

  /** A value that is still to come may turn out to be a failure, and then nobody asks again. */
  void whenFailing(GraphRun run) {
    if (future != null && FutureEnd.isPending(future)) {
      FutureEnd.tell(future, (value, error) -> run.endIfFailed(error));
    }
  }
}
