package io.heddle.weaver;

import io.heddle.hook.HeddleHook;
import org.jspecify.annotations.Nullable;

/** Leads a call of the hook to the probe of its site. Never throws. */
final class Dispatcher extends HeddleHook {
  private final Sites sites;

  Dispatcher(Sites sites) {
    this.sites = sites;
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
