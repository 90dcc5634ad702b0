package io.heddle.recorder.settings;

/**
 * When recording gives way to an application in need; each in percent, 100 is never.
 *
 * @param heap {@link Setting#PAUSE_HEAP}
 * @param cpu {@link Setting#PAUSE_CPU}
 */
public record PauseLimits(int heap, int cpu) {
  static final int NEVER = 100;

  /** Whether there is anything to watch. */
  public boolean isSet() {
    return heap < NEVER || cpu < NEVER;
  }
}
