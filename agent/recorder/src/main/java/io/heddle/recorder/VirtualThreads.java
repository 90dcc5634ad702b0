package io.heddle.recorder;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Tells virtual threads from platform threads, and whom they run on, on JDKs that have both. */
final class VirtualThreads {
  private static final @Nullable MethodHandle IS_VIRTUAL = findIsVirtual();
  private static final @Nullable MethodHandle CARRIER = IS_VIRTUAL == null ? null : findCarrier();

  private VirtualThreads() {}

  static boolean isVirtual(Thread thread) {
    if (IS_VIRTUAL == null) {
      return false;
    }
    try {
      return (boolean) IS_VIRTUAL.invokeExact(thread);
    } catch (Throwable e) {
      return true; // then it shares a ring, which is right for every thread
    }
  }

  /** The platform thread that runs now; null where this JVM does not tell. */
  static @Nullable Thread carrier() {
    if (CARRIER == null) {
      return null;
    }
    try {
      return (Thread) CARRIER.invokeExact();
    } catch (Throwable e) {
      return null;
    }
  }

  /** There where java.lang is open to the agent. */
  private static @Nullable MethodHandle findCarrier() {
    try {
      return MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup())
          .findStatic(Thread.class, "currentCarrierThread", MethodType.methodType(Thread.class));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  private static @Nullable MethodHandle findIsVirtual() {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
    } catch (ReflectiveOperationException e) {
      return null; // before JDK 21
    }
  }
}
