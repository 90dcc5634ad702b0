package io.heddle.recorder.drain;

import java.util.function.Consumer;

/**
 * Runs a duty cycle until it is stopped, idling first: whoever starts it has better things to do. A
 * step that throws is reported, and the next one follows. Should the thread die all the same,
 * another one may go on. One thread at a time.
 */
public final class DutyRunner implements Runnable {
  /** What struck the first may have been meant for the step before. */
  private static final int CLOSING_ATTEMPTS = 2;

  private final DutyCycle cycle;
  private final IdleStrategy idle;
  private final Consumer<Throwable> errors;
  private volatile boolean running = true;
  private boolean closed;

  public DutyRunner(DutyCycle cycle, IdleStrategy idle, Consumer<Throwable> errors) {
    this.cycle = cycle;
    this.idle = idle;
    this.errors = errors;
  }

  @Override
  public void run() {
    int work = 0;
    while (running) {
      idle(work);
      work = step();
    }
    for (int i = 0; i < CLOSING_ATTEMPTS && !closed; i++) {
      closed = close();
    }
  }

  private boolean close() {
    Thread.interrupted(); // nobody stops us so, and the end has things to wait for
    try {
      cycle.onClose();
      return true;
    } catch (Throwable e) {
      errors.accept(e);
      return false;
    }
  }

  /** Whether it has not been told to stop. */
  public boolean isRunning() {
    return running;
  }

  /** The current step is the last; {@link DutyCycle#onClose} follows on the runner's thread. */
  public void stop() {
    running = false;
  }

  /** What another thread can do to one that sleeps is no reason to end. */
  private void idle(int work) {
    try {
      idle.idle(work);
    } catch (Throwable e) {
      errors.accept(e);
    }
  }

  private int step() {
    try {
      return cycle.doWork();
    } catch (Throwable e) {
      errors.accept(e);
      return 0;
    }
  }
}
