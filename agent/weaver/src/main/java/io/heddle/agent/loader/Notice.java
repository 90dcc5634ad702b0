package io.heddle.agent.loader;

/** A line for the user, before there is a log. */
final class Notice {
  private Notice() {}

  @SuppressWarnings("SystemOut")
  static void print(String line) {
    System.err.println("[heddle] " + line);
  }
}
