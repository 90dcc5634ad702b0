package io.heddle.weaver;

import io.heddle.instrumentation.spi.Probe;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** A woven method as the hook sees it: the number in its code stands for one of these. */
final class Site {
  private final WovenRule rule;
  private final Probe probe;
  private final ReturnType returnType;

  /** The rule's, one load nearer. Plain, as there. */
  private boolean on = true;

  Site(WovenRule rule, Probe probe, Type returnType) {
    this.rule = rule;
    this.probe = probe;
    this.returnType = new ReturnType(returnType.getClassName());
  }

  @SuppressWarnings("ReferenceEquality") // a rule is one object
  boolean isOf(WovenRule other) {
    return rule == other;
  }

  void turnOff() {
    on = false;
  }

  @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    if (!on) {
      return null;
    }
    try {
      return probe.enter(self, first, second, third, fourth);
    } catch (Throwable failure) {
      rule.failed(failure);
      return null;
    }
  }

  @SuppressWarnings("ReferenceEquality") // not replaced means the same object
  @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (!on && token == null) {
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
