package io.heddle.recorder.drain;

/** Work that is done in small steps by one thread. */
public interface DutyCycle {
  /** What a step has done after which the next one should follow soon. */
  int MUCH = 2048;

  /**
   * Does what there is to do now, without waiting.
   *
   * @return how much was done; 0 when there was nothing
   */
  int doWork();

  /** Called once, on the same thread, after the last step. */
  void onClose();
}
