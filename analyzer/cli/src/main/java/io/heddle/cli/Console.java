package io.heddle.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command reads and writes.
 *
 * @param out results, UTF-8
 * @param err messages and progress, UTF-8
 * @param colour whether results may be coloured
 * @param progress whether messages may draw over themselves
 * @param directory what relative file names are relative to
 */
record Console(PrintStream out, PrintStream err, boolean colour, boolean progress, Path directory) {
  /**
   * The process's own standard error, and this for results; the launcher says which of them is a
   * terminal.
   */
  static Console ofProcess(OutputStream out) {
    return new Console(
        utf8(out),
        utf8(new FileOutputStream(FileDescriptor.err)),
        Boolean.getBoolean("heddle.stdout.terminal") && System.getenv("NO_COLOR") == null,
        Boolean.getBoolean("heddle.stderr.terminal"),
        Path.of("").toAbsolutePath());
  }

  private static PrintStream utf8(OutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  Ansi ansi() {
    return colour ? Ansi.ON : Ansi.OFF;
  }

  /** One line for the user, on standard error. */
  void say(String message) {
    err.println("heddle: " + message);
  }
}
