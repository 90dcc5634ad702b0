package io.heddle.hook;

import org.jspecify.annotations.Nullable;

/**
 * The one class that woven code calls. In the packaged agent it lives in {@code java.lang}, so that
 * every class loader sees it; {@link #active} is the kill switch.
 *
 * <p>Thread-safe. Calls never throw: implementations catch and count whatever goes wrong.
 */
public abstract class HeddleHook {
  /** Plain on purpose: a late view of a switch is harmless, a fence on every node is not. */
  private static @Nullable HeddleHook active;

  protected HeddleHook() {}

  /** Switches all woven code on, or off with null. */
  public static void activate(@Nullable HeddleHook hook) {
    active = hook;
  }

  /**
   * Entry of a woven method.
   *
   * @param site the woven site's number
   * @param self the woven method's object, or null if static
   * @return a token for {@link #exit}; null when nothing is recorded
   */
  public static @Nullable Object enter(
      int site,
      @Nullable Object self,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    HeddleHook hook = active;
    return hook == null ? null : hook.onEnter(site, self, first, second, third, fourth);
  }

  /**
   * Exit of a woven method, normal or not.
   *
   * @param token what {@link #enter} returned
   * @param result what the method is about to return; null for void, primitives and errors
   * @param error what the method is about to throw, else null
   * @return what the method returns instead: {@code result}, unless a site replaces it
   */
  public static @Nullable Object exit(
      int site,
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    HeddleHook hook = active;
    return hook == null ? result : hook.onExit(site, token, self, result, error);
  }

  protected abstract @Nullable Object onEnter(
      int site,
      @Nullable Object self,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth);

  protected abstract @Nullable Object onExit(
      int site,
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error);
}
