package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.drain.DutyCycle;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Its thread dies when an error cannot even be reported. */
@Timeout(30)
class DrainThreadTest {
  private final List<String> events = new CopyOnWriteArrayList<>();
  private volatile boolean deadly;

  private final DrainThread drain =
      new DrainThread(
          new DutyCycle() {
            @Override
            public int doWork() {
              if (deadly) {
                throw new IllegalStateException("struck");
              }
              return 0;
            }

            @Override
            public void onClose() {
              events.add("close on " + Thread.currentThread().getName());
            }
          },
          work -> LockSupport.parkNanos(100_000),
          this::run,
          fault -> {
            throw new ThreadKiller();
          });

  private static final class ThreadKiller extends Error {
    private static final long serialVersionUID = 1;
  }

  private void run(Runnable task) {
    events.add("begun");
    try {
      task.run();
    } catch (ThreadKiller dead) {
      events.add("dead");
    }
  }

  private void await(String event, int times) {
    while (events.stream().filter(event::equals).count() < times) {
      Thread.onSpinWait();
    }
  }

  @Test
  void threadThatDied_isReplacedByTheNextRun() {
    assertThat(drain.ensureStarted(() -> {})).isFalse();
    deadly = true;
    await("dead", 1);
    deadly = false;
    while (!drain.ensureStarted(() -> {})) {
      Thread.onSpinWait(); // it has still to leave
    }
    await("begun", 2);
    assertThat(drain.ensureStarted(() -> {})).isFalse();
    drain.close();
    assertThat(events).containsExactly("begun", "dead", "begun", "close on heddle-drain");
  }

  @Test
  void threadThatDied_leavesTheLastStepToWhoeverCloses() {
    drain.ensureStarted(() -> {});
    deadly = true;
    await("dead", 1);
    drain.close();
    assertThat(drain.ensureStarted(() -> {})).isFalse();
    assertThat(events)
        .containsExactly("begun", "dead", "close on " + Thread.currentThread().getName());
  }

  @Test
  void deathOfTheThread_isReportedToUsAndNotOnTheApplicationsErrorStream() {
    DutyCycle nothing =
        new DutyCycle() {
          @Override
          public int doWork() {
            return 0;
          }

          @Override
          public void onClose() {}
        };
    new DrainThread(
            nothing,
            work -> {},
            task -> {
              throw new LinkageError("struck");
            },
            fault -> events.add(fault.getMessage()))
        .ensureStarted(() -> {});
    await("struck", 1);
  }
}
