package io.heddle.weaver;

import io.heddle.hook.HeddleHook;
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
  private final Recorder recorder;
  private boolean wanted;
  private @Nullable String need;

  RecordingSwitch(Recorder recorder) {
    this.recording = new Dispatcher(recorder);
    this.ending = new EndingDispatcher();
    this.recorder = recorder;
  }

  /** Whether the user wants it. */
  synchronized boolean isOn() {
    return wanted;
  }

  /** Why it pauses although the user wants it; null if it does not. */
  synchronized @Nullable String need() {
    return need;
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
      recorder.log().notice("recording goes on");
    } else {
      recorder.counters().paused();
      recorder.log().warn("recording pauses: " + reason);
    }
  }

  private void apply() {
    HeddleHook.activate(wanted && need == null ? recording : ending);
  }
}
