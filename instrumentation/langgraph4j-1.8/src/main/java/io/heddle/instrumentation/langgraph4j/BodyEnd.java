package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.FutureEnd;
import io.heddle.recorder.Lane;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends a node when its body's future does. A future that is done already is passed on as it is, and
 * so is one of a user's own class, whose stages may bring more than the JDK's. Of any other the
 * engine gets a dependent stage, so that the end is recorded before the engine goes on; the user's
 * own future is neither changed nor seen to be waited for.
 */
final class BodyEnd {
  private BodyEnd() {}

  /**
   * Ends the node now, or when the future is done.
   *
   * @param readsShow whether reads on other threads can be told to be this node's
   * @return what the engine gets
   */
  static CompletableFuture<?> of(
      OpenNode node,
      Lane lane,
      CompletableFuture<?> body,
      boolean readsShow,
      @Nullable GraphRun run) {
    if (!FutureEnd.isPending(body)) {
      ended(node, lane, body);
      return body;
    }
    node.continuesElsewhere(lane, readsShow);
    int opening = node.generation();
    BiConsumer<@Nullable Object, @Nullable Throwable> end =
        (value, failure) -> node.completed(opening, value, unwrapped(failure));
    if (FutureEnd.isOfTheJdk(body)) {
      return before(body, run, end);
    }
    node.awaits(body);
    FutureEnd.tell(body, guarded(run, end));
    return body;
  }

  private static void ended(OpenNode node, Lane lane, CompletableFuture<?> body) {
    Throwable failure = Failures.of(body);
    if (failure == null) {
      node.returned(lane, FutureEnd.valueOf(body));
    } else {
      node.failed(lane, failure);
    }
  }

  /** The body returned something else than a future; the engine will not like it. */
  static @Nullable Object without(OpenNode node, Lane lane, @Nullable Object result) {
    node.returned(lane, result);
    return result;
  }

  private static @Nullable Throwable unwrapped(@Nullable Throwable failure) {
    return failure == null ? null : Failures.unwrapped(failure);
  }

  /** A stage that acts before whoever waits for it goes on. */
  static <T> CompletableFuture<T> before(
      CompletableFuture<T> body,
      @Nullable GraphRun run,
      BiConsumer<@Nullable Object, @Nullable Throwable> action) {
    return body.whenComplete(guarded(run, action));
  }

  private static BiConsumer<@Nullable Object, @Nullable Throwable> guarded(
      @Nullable GraphRun run, BiConsumer<@Nullable Object, @Nullable Throwable> action) {
    return (value, failure) -> {
      try {
        action.accept(value, failure);
      } catch (RuntimeException | LinkageError ours) {
        if (run != null) {
          run.failedLate(ours);
        }
      }
    };
  }
}
