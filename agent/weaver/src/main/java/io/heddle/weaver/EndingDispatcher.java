package io.heddle.weaver;

import io.heddle.hook.HeddleHook;
import org.jspecify.annotations.Nullable;

/** Lets what has begun come to its end and begins nothing. */
final class EndingDispatcher extends HeddleHook {
  @Override
  protected boolean begins() {
    return false;
  }

  @Override
  protected @Nullable Lane onLane() {
    return null;
  }
}
