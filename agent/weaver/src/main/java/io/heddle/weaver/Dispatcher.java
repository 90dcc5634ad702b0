package io.heddle.weaver;

import io.heddle.hook.HeddleHook;
import io.heddle.recorder.Recorder;
import org.jspecify.annotations.Nullable;

/** Records: leads leaf nodes to their lanes. Never throws. */
final class Dispatcher extends HeddleHook {
  private final Recorder recorder;

  Dispatcher(Recorder recorder) {
    this.recorder = recorder;
  }

  @Override
  protected @Nullable Lane onLane() {
    try {
      return recorder.lane();
    } catch (StackOverflowError | LinkageError tooLittleStack) {
      recorder.counters().error();
      return null;
    }
  }
}
