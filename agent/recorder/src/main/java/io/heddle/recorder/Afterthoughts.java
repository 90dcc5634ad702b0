package io.heddle.recorder;

import io.heddle.recorder.drain.DutyCycle;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Tasks beside another duty cycle, each run at the second step after it was added: what other
 * threads had written when it was added has arrived by then. Adding is for any thread.
 */
final class Afterthoughts implements DutyCycle {
  private final DutyCycle cycle;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  /** How many have been there for a step. */
  private int due;

  Afterthoughts(DutyCycle cycle) {
    this.cycle = cycle;
  }

  void add(Runnable task) {
    tasks.add(task);
  }

  /** Tasks that wait count as work: the next step comes soon. */
  @Override
  public int doWork() {
    run(due);
    due = tasks.size();
    return due + cycle.doWork();
  }

  @Override
  public void onClose() {
    run(Integer.MAX_VALUE);
    cycle.onClose();
  }

  private void run(int most) {
    int left = most;
    for (Runnable task = next(left); task != null; task = next(left)) {
      left--;
      task.run();
    }
  }

  private @Nullable Runnable next(int most) {
    return most > 0 ? tasks.poll() : null;
  }
}
