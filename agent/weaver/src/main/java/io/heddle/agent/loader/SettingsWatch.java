package io.heddle.agent.loader;

import java.io.File;

/**
 * Looks at the settings file once a second, by its time and size, and has the engine follow what it
 * says. A thread of its own that sleeps: watch services start several.
 */
final class SettingsWatch extends Thread {
  private static final long PERIOD_MS = 1000;

  private final File file;
  private final EngineStart start;
  private final LoadedClasses classes;
  private long modified;
  private long size;

  SettingsWatch(File file, EngineStart start, LoadedClasses classes) {
    super(null, null, "heddle-settings", 0, /* inheritThreadLocals= */ false);
    setDaemon(true);
    setContextClassLoader(null);
    this.file = file;
    this.start = start;
    this.classes = classes;
    this.modified = file.lastModified();
    this.size = file.length();
  }

  @Override
  public void run() {
    while (!isInterrupted()) {
      try {
        sleep(PERIOD_MS);
        if (isChanged()) {
          start.engine().reload(classes);
        }
      } catch (InterruptedException stop) {
        interrupt();
      } catch (RuntimeException | LinkageError failure) {
        System.err.println("[heddle] settings stay as they were: " + failure);
      }
    }
  }

  private boolean isChanged() {
    long modifiedNow = file.lastModified();
    long sizeNow = file.length();
    boolean changed = modifiedNow != modified || sizeNow != size;
    modified = modifiedNow;
    size = sizeNow;
    return changed;
  }
}
