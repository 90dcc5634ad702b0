package io.heddle.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrewTest {
  @Test
  void work_givesTheSameInTheSameOrderWhoeverDoesIt() {
    assertThat(Crew.work(() -> IntStream.range(0, 1_000).parallel().boxed().toList()))
        .isEqualTo(IntStream.range(0, 1_000).boxed().toList());
  }

  @Test
  void whoWaitsForItsPart_isStoodInFor() {
    int threads = Runtime.getRuntime().availableProcessors();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch together = new CountDownLatch(threads);
    boolean met =
        Crew.work(() ->
            IntStream.range(0, 2)
                .parallel()
                .allMatch(part -> part == 0 ? meet(threads, begun, together) : await(begun)));
    assertThat(met).isTrue();
  }

  @Test
  void failures_goToTheCaller() {
    assertThatThrownBy(() ->
            Crew.work(() -> {
              throw new IllegalStateException("broken");
            }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("broken");
    assertThatThrownBy(() ->
            Crew.work(() -> {
              throw new OutOfMemoryError("full");
            }))
        .isInstanceOf(OutOfMemoryError.class);
  }

  /** Needs all the threads, of which one waits for this to end. */
  private static boolean meet(int threads, CountDownLatch begun, CountDownLatch together) {
    begun.countDown();
    return IntStream.range(0, threads)
        .parallel()
        .allMatch(i -> {
          together.countDown();
          return await(together);
        });
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
