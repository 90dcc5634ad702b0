package io.heddle.core.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OnceTest {
  @Test
  void value_isWorkedOutOnceHoweverManyAsk() {
    AtomicInteger times = new AtomicInteger();
    Once<Integer> once = new Once<>(times::incrementAndGet);
    assertThat(IntStream.range(0, 1_000).parallel().mapToObj(i -> once.get()).distinct())
        .containsExactly(1);
  }
}
