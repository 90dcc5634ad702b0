package io.heddle.agent.loader;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does work that initializes classes, of ours and of the JDK. A class whose initializer runs out of
 * stack is lost to the whole JVM, so a thread of the application that has little left has another
 * one do it.
 */
public final class AmpleStack {
  /** More than 50 KB in the interpreter. */
  private static final int FRAMES = 400;

  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(10);
  private static final long STEP_MS = 1000;

  private AmpleStack() {}

  /**
   * The result of {@code work}. Whoever asks may hold locks that the work needs, so nobody waits
   * for another thread without end.
   *
   * @return null also if another thread was needed and took longer than ten seconds, or failed
   */
  public static <T> @Nullable T call(Supplier<@Nullable T> work) {
    return isLeft() ? work.get() : Deputy.of(work);
  }

  private static boolean isLeft() {
    try {
      return deepen(FRAMES, 1, 1) != 0;
    } catch (StackOverflowError none) {
      return false;
    }
  }

  /** Needs its arguments afterwards, so that no compiler makes a loop of it. */
  private static long deepen(int frames, long some, long more) {
    return frames == 0 ? 1 : deepen(frames - 1, more, some + frames) | some | more;
  }

  private static final class Deputy<T> extends Thread {
    private final Supplier<@Nullable T> work;
    private volatile @Nullable T result;
    private volatile boolean isTooLate;

    private Deputy(Supplier<@Nullable T> work) {
      super(null, null, "heddle-deputy", 0, /* inheritThreadLocals= */ false);
      setDaemon(true);
      setContextClassLoader(null);
      this.work = work;
    }

    static <T> @Nullable T of(Supplier<@Nullable T> work) {
      Deputy<T> deputy = new Deputy<>(work);
      deputy.start();
      return deputy.awaited();
    }

    /** An interrupt meant for the application must not cost the work. */
    private @Nullable T awaited() {
      boolean interrupted = interrupted();
      try {
        long deadline = System.nanoTime() + PATIENCE_NS;
        while (isAlive() && System.nanoTime() - deadline < 0) {
          interrupted |= isInterruptedInStep();
        }
        isTooLate = isAlive();
        return result;
      } finally {
        if (interrupted) {
          currentThread().interrupt();
        }
      }
    }

    private boolean isInterruptedInStep() {
      try {
        join(STEP_MS);
        return false;
      } catch (InterruptedException meantForTheApplication) {
        return true;
      }
    }

    @Override
    public void run() {
      try {
        result = work.get();
        if (isTooLate) {
          Notice.print("done too late for a thread with too little stack: a class stays unwoven");
        }
      } catch (RuntimeException | Error failure) {
        Notice.print("not done for a thread with too little stack: " + failure);
      }
    }
  }
}
