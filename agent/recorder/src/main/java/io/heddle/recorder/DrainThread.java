package io.heddle.recorder;

import io.heddle.recorder.drain.DutyCycle;
import io.heddle.recorder.drain.DutyRunner;
import io.heddle.recorder.drain.IdleStrategy;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of the recorder, from the first run to the end of the process. If it dies, the
 * next run starts another one. Thread-safe.
 */
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
   * Starts the thread if there is none that lives.
   *
   * @param last what to do when the process ends
   * @return whether the thread before had died
   */
  boolean ensureStarted(Runnable last) {
    Thread present = thread.get();
    if (present == null) {
      start(null, last);
      return false;
    }
    return isDead(present) && runner.isRunning() && start(present, null);
  }

  private static boolean isDead(Thread thread) {
    return thread.getState() == Thread.State.TERMINATED;
  }

  private boolean start(@Nullable Thread before, @Nullable Runnable last) {
    Work work = new Work();
    Thread drain = ours(work, "heddle-drain");
    drain.setDaemon(true);
    drain.setUncaughtExceptionHandler(work);
    if (!thread.compareAndSet(before, drain)) {
      return false;
    }
    try {
      drain.start();
      if (last != null) {
        Runtime.getRuntime().addShutdownHook(ours(last, "heddle-last"));
      }
    } catch (IllegalStateException | OutOfMemoryError e) {
      errors.accept(e); // the process is ending, or has no thread left
    }
    return true;
  }

  /** What the thread does, and what becomes of an error that ends it. */
  private final class Work implements Runnable, Thread.UncaughtExceptionHandler {
    @Override
    public void run() {
      surroundings.accept(runner);
    }

    @Override
    public void uncaughtException(Thread dying, Throwable fault) {
      errors.accept(fault);
    }
  }

  /**
   * A thread with nothing of the one that happens to ask: its permissions and its class loader
   * would keep an application in memory that has long been undeployed.
   */
  @SuppressWarnings("removal") // JDK 17 copies permissions, and has no other way not to
  private static Thread ours(Runnable task, String name) {
    return AccessController.doPrivileged(new Making(task, name));
  }

  private record Making(Runnable task, String name) implements PrivilegedAction<Thread> {
    @Override
    public Thread run() {
      Thread thread = new Thread(topGroup(), task, name, 0, false);
      thread.setContextClassLoader(DrainThread.class.getClassLoader());
      return thread;
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

  /** Waits for the last step, but not for ever; takes it itself if the thread has died. */
  synchronized void close() {
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
    if (isDead(drain)) {
      runner.run();
    }
  }
}
