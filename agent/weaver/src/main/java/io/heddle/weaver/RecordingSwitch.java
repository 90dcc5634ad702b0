package io.heddle.weaver;

import io.heddle.hook.HeddleHook;
import io.heddle.recorder.Log;
import io.heddle.recorder.Recorder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether woven code records: if the user wants it, and the application is not in need. What is
 * under way when recording stops is still recorded at its end; nothing new begins. Thread-safe.
 */
final class RecordingSwitch {
  private final HeddleHook recording;
  private final HeddleHook ending;
  private final Log log;
  private boolean wanted;
  private @Nullable String need;
  private long pauses;

  RecordingSwitch(Recorder recorder) {
    this.recording = new Dispatcher(recorder);
    this.ending = new EndingDispatcher();
    this.log = recorder.log();
  }

  /** Whether the user wants it. */
  synchronized boolean isOn() {
    return wanted;
  }

  /** Why it pauses although the user wants it; null if it does not. */
  synchronized @Nullable String need() {
    return need;
  }

  /** How often it has paused. */
  synchronized long pauses() {
    return pauses;
  }

  /** The kill switch. */
  synchronized void turn(boolean toOn) {
    wanted = toOn;
    apply();
  }

  /**
   * The circuit breaker.
   *
   * @param reason why to pause; null to go on
   */
  synchronized void pause(@Nullable String reason) {
    if (Objects.equals(need, reason)) {
      return;
    }
    need = reason;
    apply();
    if (reason == null) {
      log.notice("recording goes on");
    } else {
      pauses++;
      log.warn("recording pauses: " + reason);
    }
  }

  private void apply() {
    HeddleHook.activate(wanted && need == null ? recording : ending);
  }
}
