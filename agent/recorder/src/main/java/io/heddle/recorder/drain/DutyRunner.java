package io.heddle.recorder.drain;

import java.util.function.Consumer;

/**
 * Runs a duty cycle until it is stopped, idling first: whoever starts it has better things to do. A
 * step that throws is reported, and the next one follows.
 */
public final class DutyRunner implements Runnable {
  private final DutyCycle cycle;
  private final IdleStrategy idle;
  private final Consumer<Throwable> errors;
  private volatile boolean running = true;

  public DutyRunner(DutyCycle cycle, IdleStrategy idle, Consumer<Throwable> errors) {
    this.cycle = cycle;
    this.idle = idle;
    this.errors = errors;
  }

  @Override
  public void run() {
    int work = 0;
    while (running) {
      idle.idle(work);
      work = step();
    }
    try {
      cycle.onClose();
    } catch (Throwable e) {
      errors.accept(e);
    }
  }

  /** The current step is the last; {@link DutyCycle#onClose} follows on the runner's thread. */
  public void stop() {
    running = false;
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
