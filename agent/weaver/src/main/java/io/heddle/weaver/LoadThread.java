package io.heddle.weaver;

import io.heddle.recorder.jvm.HostLoad;
import org.jspecify.annotations.Nullable;

/** Looks once a second how the application is doing, and pauses recording when it is in need. */
final class LoadThread extends Thread {
  private static final long PERIOD_MS = 1000;

  private final CircuitBreaker breaker;
  private final RecordingSwitch recording;

  LoadThread(CircuitBreaker breaker, RecordingSwitch recording) {
    super(null, null, "heddle-load", 0, /* inheritThreadLocals= */ false);
    setDaemon(true);
    setContextClassLoader(null);
    this.breaker = breaker;
    this.recording = recording;
  }

  @Override
  public void run() {
    try {
      sleep(PERIOD_MS); // a program that has ended by then need not load anything
      HostLoad load = HostLoad.find();
      while (load != null) {
        look(load);
        sleep(PERIOD_MS);
      }
    } catch (InterruptedException stop) {
      interrupt();
    }
  }

  private void look(HostLoad load) {
    try {
      recording.pause(step(load));
    } catch (OutOfMemoryError noRoomForALine) {
      // recording has paused; only the line that says so is lost
    }
  }

  private @Nullable String step(HostLoad load) {
    try {
      return breaker.step(load.heap(), load.cpu());
    } catch (OutOfMemoryError full) {
      return breaker.step(1, 0);
    }
  }
}
