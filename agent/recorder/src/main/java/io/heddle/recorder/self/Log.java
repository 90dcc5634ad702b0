package io.heddle.recorder.self;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The few lines we print, each to stderr and starting with {@code [heddle]}. Not a logging
 * framework, because the application's may not be there yet. Thread-safe.
 */
public final class Log {
  private static final int KEPT = 20;

  private final Level threshold;
  private final Deque<String> warnings = new ArrayDeque<>();

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
    synchronized (warnings) {
      if (warnings.size() == KEPT) {
        warnings.removeFirst();
      }
      warnings.addLast(line);
    }
    print(Level.WARN, line);
  }

  /** The same, unless it is among the last {@link #warnings} already. */
  public void warnOnce(String line) {
    synchronized (warnings) {
      if (!warnings.contains(line)) {
        warn(line);
      }
    }
  }

  /** What that warning told is no longer so. */
  public void forget(String line) {
    synchronized (warnings) {
      warnings.remove(line);
    }
  }

  /** The last warnings, oldest first, whether they were printed or not. */
  public List<String> warnings() {
    synchronized (warnings) {
      return List.copyOf(warnings);
    }
  }

  /** What became of something the user has just done. */
  public void notice(String line) {
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

  /** The stream is the application's, which may have put there what it likes. */
  @SuppressWarnings("SystemOut")
  private void print(Level level, String line) {
    if (level.compareTo(threshold) <= 0) {
      try {
        System.err.println("[heddle] " + line);
      } catch (RuntimeException | Error nowhereToTell) {
        // warnings are kept, and a line is not worth a thread
      }
    }
  }
}
