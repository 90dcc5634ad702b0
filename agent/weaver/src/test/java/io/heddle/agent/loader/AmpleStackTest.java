package io.heddle.agent.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AmpleStackTest {
  private final Supplier<String> work = this::work;
  private final Supplier<String> asked = () -> AmpleStack.call(work);
  private @Nullable Thread worker;

  /** Enough to wait for a thread. */
  private int stepsBack = 50;

  private String work() {
    worker = Thread.currentThread();
    return "done";
  }

  /** The answer with hardly any stack; whatever is loaded for it has been loaded. */
  private String askedAtTheEnd() {
    assertThat(asked.get()).isEqualTo("done");
    return atTheEnd();
  }

  private String atTheEnd() {
    try {
      return atTheEnd();
    } catch (StackOverflowError end) {
      if (stepsBack-- > 0) {
        throw end;
      }
      return asked.get();
    }
  }

  @Test
  void threadWithStack_worksItself() {
    assertThat(asked.get()).isEqualTo("done");
    assertThat(worker).isSameAs(Thread.currentThread());
  }

  @Test
  void threadWithoutStack_hasAnotherOneWork() {
    assertThat(askedAtTheEnd()).isEqualTo("done");
    assertThat(worker).isNotSameAs(Thread.currentThread());
  }

  @Test
  void interrupt_costsNoWorkAndIsKept() {
    Thread.currentThread().interrupt();

    assertThat(askedAtTheEnd()).isEqualTo("done");
    assertThat(Thread.interrupted()).isTrue();
  }
}
