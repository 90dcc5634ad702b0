package io.heddle.recorder;

import io.heddle.hook.HeddleHook;

/** Plays the part of woven code: one hook, and a method around which a leaf is recorded. */
final class Woven extends HeddleHook implements AutoCloseable {
  private final Recorder recorder;

  Woven(Recorder recorder) {
    this.recorder = recorder;
    activate(this);
  }

  static void call(Leaf leaf, Runnable body) {
    Lane lane = lane(leaf.number());
    long id = id(lane, leaf.number());
    long outer = nest(lane, id);
    long begin = now(lane);
    try {
      body.run();
    } catch (RuntimeException thrown) {
      fail(lane, leaf.number(), id, outer, begin, thrown);
      throw thrown;
    }
    end(lane, leaf.number(), id, outer, begin);
  }

  @Override
  public void close() {
    activate(null);
  }

  @Override
  protected Lane onLane() {
    return recorder.lane();
  }
}
