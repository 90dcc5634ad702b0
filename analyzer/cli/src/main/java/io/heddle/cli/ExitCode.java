package io.heddle.cli;

/** What scripts may rely on. */
final class ExitCode {
  static final int DONE = 0;

  /** The answer is "no". */
  static final int NO = 1;

  /** Bad usage or bad input. */
  static final int BAD_INPUT = 2;

  private ExitCode() {}
}
