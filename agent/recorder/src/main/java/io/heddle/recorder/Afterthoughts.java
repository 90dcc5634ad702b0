package io.heddle.recorder;

import io.heddle.recorder.drain.DutyCycle;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Beside another duty cycle: tasks, each run at the second step after it was added, since what
 * other threads had written when it was added has arrived by then; and chores, done at every step.
 * Adding is for any thread.
 */
final class Afterthoughts implements DutyCycle {
  private final DutyCycle cycle;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final List<Runnable> chores = new CopyOnWriteArrayList<>();

  /** How many have been there for a step. */
  private int due;

  Afterthoughts(DutyCycle cycle) {
    this.cycle = cycle;
  }

  void add(Runnable task) {
    tasks.add(task);
  }

  /** One that fails keeps from nothing but the chores after it. */
  void addChore(Runnable chore) {
    chores.add(chore);
  }

  /** Tasks that wait count as work: the next step comes soon. */
  @Override
  public int doWork() {
    run(due);
    due = tasks.size();
    int done = due + cycle.doWork();
    chores.forEach(Runnable::run);
    return done;
  }

  @Override
  public void onClose() {
    chores.forEach(Runnable::run);
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
