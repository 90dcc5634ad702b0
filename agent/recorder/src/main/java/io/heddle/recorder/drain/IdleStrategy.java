package io.heddle.recorder.drain;

/** What the thread of a duty cycle does between two steps. */
@FunctionalInterface
public interface IdleStrategy {
  /**
   * Lets time pass.
   *
   * @param work what the last step returned
   */
  void idle(int work);
}
