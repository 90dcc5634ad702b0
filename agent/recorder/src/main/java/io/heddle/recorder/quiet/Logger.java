package io.heddle.recorder.quiet;

import org.jspecify.annotations.Nullable;

/** A logger that says nothing, with the methods those libraries call. Thread-safe. */
public final class Logger {
  private static final Logger SILENT = new Logger();

  private Logger() {}

  public static Logger getLogger(String name) {
    return SILENT;
  }

  public boolean isLoggable(Level level) {
    return false;
  }

  public void log(Level level, @Nullable String message) {}

  public void log(Level level, @Nullable String message, @Nullable Throwable cause) {}

  public void log(Level level, @Nullable String message, @Nullable Object parameter) {}

  public void log(Level level, @Nullable String message, Object @Nullable [] parameters) {}

  public void warning(@Nullable String message) {}

  public void info(@Nullable String message) {}

  public void fine(@Nullable String message) {}
}
