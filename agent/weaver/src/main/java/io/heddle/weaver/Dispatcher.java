package io.heddle.weaver;

import io.heddle.hook.HeddleHook;
import io.heddle.recorder.Recorder;
import org.jspecify.annotations.Nullable;

/** Leads a call of the hook to the probe of its site, or to the recorder. Never throws. */
final class Dispatcher extends HeddleHook {
  private final Sites sites;
  private final Recorder recorder;

  Dispatcher(Sites sites, Recorder recorder) {
    this.sites = sites;
    this.recorder = recorder;
  }

  @Override
  protected Lane onLane() {
    return recorder.lane();
  }

  @Override
  protected @Nullable Object onEnter(
      int site,
      @Nullable Object self,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    return sites.get(site).enter(self, first, second, third, fourth);
  }

  @Override
  protected @Nullable Object onExit(
      int site,
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    return sites.get(site).exit(token, self, result, error);
  }
}
