package io.heddle.weaver;

import io.heddle.hook.HeddleHook;
import io.heddle.instrumentation.spi.Probe;
import org.jspecify.annotations.Nullable;

/**
 * A woven method as the hook sees it. A record, since of a constant that is a record the compiler
 * takes the fields for constants too: the probe is compiled into the woven method.
 *
 * @param off whether a rule is off, for many sites side by side: one cache line for all of them.
 *     Plain: a late view only costs one more failure
 * @param place of this one there
 */
@SuppressWarnings("ArrayRecordComponent") // anything around it would not be taken for a constant
record Site(WovenRule rule, Probe probe, ReturnType returnType, boolean[] off, int place)
    implements HeddleHook.Site {
  void turnOff() {
    off[place] = true;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    if (off[place]) {
      return null;
    }
    try {
      return probe.enter(self, first, second, third, fourth);
    } catch (Throwable failure) {
      rule.failed(failure);
      return null;
    }
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // not replaced means the same object
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (off[place] && token == null) {
      return result; // what has begun comes to its end
    }
    try {
      Object replaced = probe.exit(token, self, result, error);
      if (replaced == result || returnType.accepts(replaced)) {
        return replaced;
      }
      rule.failed(new ClassCastException(replaced + " is no " + returnType));
    } catch (Throwable failure) {
      rule.failed(failure);
    }
    return result;
  }
}
