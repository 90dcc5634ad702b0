package io.heddle.recorder;

import io.heddle.recorder.drain.DutyCycle;
import io.heddle.recorder.drain.DutyRunner;
import io.heddle.recorder.drain.IdleStrategy;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one thread of the recorder, from the first run to the end of the process. Thread-safe. */
final class DrainThread {
  private static final long CLOSING_MS = TimeUnit.SECONDS.toMillis(5);

  private final DutyRunner runner;
  private final Consumer<Runnable> surroundings;
  private final Consumer<Throwable> errors;
  private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

  /**
   * @param surroundings runs what it is given, once, on its caller's thread
   */
  DrainThread(
      DutyCycle cycle,
      IdleStrategy idle,
      Consumer<Runnable> surroundings,
      Consumer<Throwable> errors) {
    this.runner = new DutyRunner(cycle, idle, errors);
    this.surroundings = surroundings;
    this.errors = errors;
  }

  /**
   * @param last what to do when the process ends
   */
  void ensureStarted(Runnable last) {
    if (thread.get() == null) {
      start(last);
    }
  }

  private void start(Runnable last) {
    Thread drain =
        new Thread(topGroup(), () -> surroundings.accept(runner), "heddle-drain", 0, false);
    drain.setDaemon(true);
    drain.setContextClassLoader(DrainThread.class.getClassLoader());
    if (!thread.compareAndSet(null, drain)) {
      return;
    }
    try {
      drain.start();
      Runtime.getRuntime().addShutdownHook(new Thread(null, last, "heddle-last", 0, false));
    } catch (IllegalStateException | OutOfMemoryError e) {
      errors.accept(e); // the process is ending, or has no thread left
    }
  }

  /** Not the group of the thread that happens to run first: the application may interrupt that. */
  private static ThreadGroup topGroup() {
    ThreadGroup group = Objects.requireNonNull(Thread.currentThread().getThreadGroup());
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }

  /** Waits for the last step, but not for ever. */
  void close() {
    runner.stop();
    Thread drain = thread.get();
    if (drain == null) {
      return;
    }
    LockSupport.unpark(drain);
    try {
      drain.join(CLOSING_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
