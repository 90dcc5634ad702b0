package io.heddle.weaver;

import java.io.PrintStream;

/** The few lines this agent prints. Thread-safe. */
final class Log {
  private final PrintStream out;
  private final boolean debug;

  Log(PrintStream out, boolean debug) {
    this.out = out;
    this.debug = debug;
  }

  void warn(String message) {
    out.println("[heddle] " + message);
  }

  void debug(String message) {
    if (debug) {
      warn(message);
    }
  }

  void debug(String message, Throwable cause) {
    if (debug) {
      synchronized (out) {
        warn(message);
        cause.printStackTrace(out);
      }
    }
  }
}
