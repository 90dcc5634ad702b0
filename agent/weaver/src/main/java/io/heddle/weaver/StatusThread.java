package io.heddle.weaver;

import io.heddle.agent.loader.StatusFile;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the status file up to date: every five seconds while something changes, and at the end. Not
 * in the first half second, when the application starts; until then the file says that there is an
 * agent.
 */
final class StatusThread extends Thread {
  private static final long STARTING_MS = 500;
  private static final long PERIOD_MS = 5000;

  private final Status status;
  private final @Nullable StatusFile file;
  private String written = "";
  private boolean ended;

  /**
   * @param file null if none is wanted
   */
  StatusThread(Status status, @Nullable StatusFile file) {
    super(null, null, "heddle-status", 0, /* inheritThreadLocals= */ false);
    setDaemon(true);
    setContextClassLoader(null);
    this.status = status;
    this.file = file;
  }

  @Override
  public void run() {
    try {
      sleep(STARTING_MS);
      if (file != null) {
        file.forgetOld();
      }
      while (file != null && write("running")) {
        sleep(PERIOD_MS);
      }
    } catch (InterruptedException stop) {
      interrupt();
    }
  }

  /** Says that the JVM has ended. */
  synchronized void end() {
    write("ended");
    ended = true;
  }

  private synchronized boolean write(String state) {
    if (file == null || ended) {
      return false;
    }
    String text = status.json(state);
    boolean taken = text.equals(written) || file.write(text);
    written = text;
    return taken;
  }
}
