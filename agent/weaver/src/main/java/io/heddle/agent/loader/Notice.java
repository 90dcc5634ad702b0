package io.heddle.agent.loader;

/** A line for the user, before there is a log. */
final class Notice {
  private Notice() {}

  /** Prints it, unless the application has put something there that does not take it. */
  @SuppressWarnings("SystemOut")
  static void print(String line) {
    try {
      System.err.println("[heddle] " + line);
    } catch (RuntimeException | Error nowhereToTell) {
      // a line is not worth a thread
    }
  }
}
