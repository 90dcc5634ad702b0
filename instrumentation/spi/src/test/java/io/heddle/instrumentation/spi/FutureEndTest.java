package io.heddle.instrumentation.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Futures of the JDK, and one of an application that answers nothing. */
class FutureEndTest {
  private final List<@Nullable Throwable> ends = new ArrayList<>();

  private static final class Closed extends CompletableFuture<String> {
    @Override
    public boolean isDone() {
      throw new IllegalStateException("isDone");
    }

    @Override
    public boolean isCompletedExceptionally() {
      throw new IllegalStateException("isCompletedExceptionally");
    }

    @Override
    public CompletableFuture<String> whenComplete(
        BiConsumer<? super String, ? super Throwable> action) {
      throw new IllegalStateException("whenComplete");
    }
  }

  private void ended(@Nullable Object value, @Nullable Throwable failure) {
    ends.add(failure);
  }

  @Test
  void futureOfTheApplication_isNotTheJdks() {
    assertThat(FutureEnd.isOfTheJdk(new CompletableFuture<>())).isTrue();
    assertThat(FutureEnd.isOfTheJdk(CompletableFuture.supplyAsync(() -> ""))).isTrue();
    assertThat(FutureEnd.isOfTheJdk(new Closed())).isFalse();
  }

  @Test
  void pendingFuture_tellsItsEnd() {
    CompletableFuture<String> future = new CompletableFuture<>();
    assertThat(FutureEnd.isPending(future)).isTrue();

    FutureEnd.tell(future, this::ended);
    assertThat(ends).isEmpty();
    future.complete("done");
    assertThat(ends).containsExactly((Throwable) null);
  }

  @Test
  void futureThatTakesNoListener_hasEnded() {
    FutureEnd.tell(new Closed(), this::ended);

    assertThat(ends).containsExactly((Throwable) null);
  }

  @Test
  void futureThatCannotBeAsked_isNotPending() {
    assertThat(FutureEnd.isPending(new Closed())).isFalse();
    assertThat(FutureEnd.failureOf(new Closed())).hasMessage("isCompletedExceptionally");
    assertThat(FutureEnd.valueOf(new Closed())).isNull();
  }

  @Test
  void failure_isTheCauseAndNotItsWrapping() {
    Throwable cause = new IllegalStateException("cause");
    CompletableFuture<String> failed = CompletableFuture.<String>failedFuture(cause);

    assertThat(FutureEnd.failureOf(failed.thenApply(x -> x))).isSameAs(cause);
    FutureEnd.tell(failed.thenApply(x -> x), this::ended);
    assertThat(ends).containsExactly(cause);
  }
}
