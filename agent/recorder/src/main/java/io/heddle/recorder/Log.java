package io.heddle.recorder;

/**
 * The few lines we print, each to stderr and starting with {@code [heddle]}. Not a logging
 * framework, because the application's may not be there yet. Thread-safe.
 */
public final class Log {
  private final Level threshold;

  /** How much is printed. */
  public enum Level {
    OFF,
    WARN,
    INFO,
    DEBUG
  }

  public Log(Level threshold) {
    this.threshold = threshold;
  }

  /** Something the user should change. */
  public void warn(String line) {
    print(Level.WARN, line);
  }

  /** Something the user may want to know. */
  public void info(String line) {
    print(Level.INFO, line);
  }

  /** Something that helps to find a fault of ours. */
  public void debug(String line) {
    print(Level.DEBUG, line);
  }

  @SuppressWarnings("SystemOut")
  private void print(Level level, String line) {
    if (level.compareTo(threshold) <= 0) {
      System.err.println("[heddle] " + line);
    }
  }
}
