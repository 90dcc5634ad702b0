package io.heddle.instrumentation.spi;

import org.jspecify.annotations.Nullable;

/**
 * What happens at a woven method. Runs on the engine's thread: no blocking, no input or output, and
 * nothing allocated for a node that ends before the method returns. What a probe throws is caught,
 * counted, and after repeated failure switches its rule off.
 */
public non-sealed interface Probe extends Advice {
  /**
   * Whether {@link #enter} gets parameters of primitive types too, as objects that are made for it
   * at each call. Asked when a method is woven.
   */
  default boolean seesPrimitives() {
    return false;
  }

  /**
   * Before the method's body.
   *
   * @param self the object the method is called on; null in a static method or constructor
   * @param first to {@code fourth}: the first four parameters; null is an absent one, and a
   *     primitive unless {@link #seesPrimitives}
   * @return a token for {@link #exit}, or null
   */
  default @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    return null;
  }

  /**
   * After the method's body.
   *
   * <p>Not called for a constructor that throws. A throwable that the method catches itself is not
   * seen.
   *
   * @param token what {@link #enter} returned; null too if enter failed, if the rule was off then,
   *     and in a constructor, which has no enter
   * @param self the object the method is called on, in a constructor the new one; null if static
   * @param result what the method returns; null for void, primitives and errors
   * @param error what the method throws, else null
   * @return what the method shall return; {@code result} unless the module must see more, and then
   *     an object that behaves the same
   */
  default @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    return result;
  }
}
