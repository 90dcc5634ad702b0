package io.heddle.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Remembers why writing failed, since a {@link java.io.PrintStream} keeps that to itself. */
final class StandardOutput extends OutputStream {
  /** What a reader does that has seen enough, as {@code head} does. */
  private static final String READER_GONE = "Broken pipe";

  private final OutputStream to;
  private volatile @Nullable IOException failure;

  StandardOutput(OutputStream to) {
    this.to = to;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      to.write(bytes, from, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** What is missing of the result and why, or null if nothing is that somebody wanted. */
  @Nullable String loss() {
    IOException seen = failure;
    return seen == null || READER_GONE.equals(seen.getMessage())
        ? null
        : "standard output: " + Reason.of(seen) + "; the result is not complete";
  }
}
