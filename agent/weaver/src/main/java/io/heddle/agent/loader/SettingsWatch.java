package io.heddle.agent.loader;

import java.io.File;

/**
 * Looks at the settings file once a second, by its time and size, and has the engine follow what it
 * says: one that nobody has needed yet is started by the first change. A thread of its own that
 * sleeps: watch services start several.
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
          follow();
        }
      } catch (InterruptedException stop) {
        interrupt();
      } catch (RuntimeException | LinkageError failure) {
        Notice.print("settings stay as they were: " + failure);
      }
    }
  }

  /** An engine that starts only now has read what is new, and must weave what is loaded. */
  private void follow() {
    boolean isFirst = start.started() == null;
    Engine engine = start.engine();
    engine.reload(classes);
    if (isFirst) {
      engine.weaveLoaded(classes);
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
