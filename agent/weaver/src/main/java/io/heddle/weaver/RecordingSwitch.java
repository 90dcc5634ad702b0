package io.heddle.weaver;

import io.heddle.hook.HeddleHook;
import io.heddle.recorder.Recorder;

/** The kill switch: whether woven code records. Thread-safe. */
final class RecordingSwitch {
  private final HeddleHook recording;
  private final HeddleHook ending;
  private volatile boolean on;

  RecordingSwitch(Sites sites, Recorder recorder) {
    this.recording = new Dispatcher(sites, recorder);
    this.ending = new EndingDispatcher(sites);
  }

  boolean isOn() {
    return on;
  }

  /** What is under way when recording stops is still recorded at its end; nothing new begins. */
  void turn(boolean toOn) {
    on = toOn;
    HeddleHook.activate(toOn ? recording : ending);
  }
}
