package io.heddle.weaver;

import io.heddle.hook.HeddleHook;
import org.jspecify.annotations.Nullable;

/**
 * Lets what has begun come to its end and begins nothing: whatever a thread has open would stay
 * open for ever otherwise, and be taken for the parent of what is recorded later.
 */
final class EndingDispatcher extends HeddleHook {
  private final Sites sites;

  EndingDispatcher(Sites sites) {
    this.sites = sites;
  }

  @Override
  protected boolean begins() {
    return false;
  }

  @Override
  protected @Nullable Lane onLane() {
    return null;
  }

  @Override
  protected @Nullable Object onEnter(
      int site,
      @Nullable Object self,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    return null;
  }

  @Override
  protected @Nullable Object onExit(
      int site,
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    return token == null ? result : sites.get(site).exit(token, self, result, error);
  }
}
