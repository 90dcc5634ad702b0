package io.heddle.agent.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class EngineStartTest {
  private static final String STATUS = "heddle.status.dir";

  private final Origin origin = new Origin();
  private final EngineStart start = new EngineStart(origin, instrumentation());

  @TempDir private Path directory;

  @BeforeEach
  void keepTheStatusHere() {
    System.setProperty(STATUS, directory.toString());
  }

  @AfterEach
  void forgetTheStatus() {
    System.clearProperty(STATUS);
  }

  @Test
  void beforeAnybodyAsks_nothingIsStarted() {
    assertThat(start.started()).isNull();
    assertThat(origin.asked.get()).isZero();
  }

  @Test
  void startThatFails_isNotTriedAgain() {
    origin.mayAnswer.countDown();

    assertThat(start.engine()).isSameAs(Engine.NONE);
    assertThat(start.engine()).isSameAs(Engine.NONE);
    assertThat(start.started()).isSameAs(Engine.NONE);
    assertThat(origin.asked).hasValue(1);
    assertThat(directory.resolve(ProcessHandle.current().pid() + ".json"))
        .content()
        .contains("\"failure\": \"");
  }

  @Test
  void threadThatStarts_isAnsweredWhileItDoes() {
    origin.mayAnswer.countDown();
    origin.meanwhile = start;
    start.engine();

    assertThat(origin.answered).isSameAs(Engine.NONE);
    assertThat(origin.asked).hasValue(1);
  }

  @Test
  void secondThread_waitsThoughItWasInterrupted() throws Exception {
    Thread first = new Thread(start::engine);
    first.start();
    origin.wasAsked.await();
    AtomicInteger interrupted = new AtomicInteger();
    Thread second =
        new Thread(() -> {
          start.engine();
          interrupted.set(Thread.currentThread().isInterrupted() ? 1 : -1);
        });
    second.start();
    second.interrupt();
    origin.mayAnswer.countDown();
    second.join();
    first.join();

    assertThat(interrupted).hasValue(1);
    assertThat(start.started()).isNotNull();
    assertThat(origin.asked).hasValue(1);
  }

  private static Instrumentation instrumentation() {
    return (Instrumentation)
        Proxy.newProxyInstance(
            EngineStartTest.class.getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (self, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }

  /** A jar without the hook, so that every start fails. */
  private static final class Origin implements ClassFiles {
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch wasAsked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private @Nullable EngineStart meanwhile;
    private @Nullable Engine answered;

    @Override
    public byte @Nullable [] classFile(String name) {
      asked.incrementAndGet();
      wasAsked.countDown();
      if (meanwhile != null) {
        answered = meanwhile.engine();
      }
      try {
        assertThat(mayAnswer.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException unexpected) {
        throw new IllegalStateException(unexpected);
      }
      return null;
    }

    @Override
    public byte @Nullable [] resource(String path) {
      return null;
    }
  }
}
