package io.heddle.benchmarks.host;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Turns off what the agent's kill switch turns off for a graph, and on again, at once: the field
 * that woven methods ask whether anything new is recorded. Through the settings file it would take
 * a second each time.
 *
 * <p>Without the agent it does nothing. Needs {@code --add-opens java.base/java.lang=ALL-UNNAMED}.
 */
final class RecordingSwitch {
  private static final VarHandle BEGINS = begins();

  private RecordingSwitch() {}

  private static VarHandle begins() {
    try {
      Class<?> hook = Class.forName("java.lang.HeddleHook");
      return MethodHandles.privateLookupIn(hook, MethodHandles.lookup())
          .findStaticVarHandle(hook, "begins", boolean.class);
    } catch (ClassNotFoundException noAgent) {
      return MethodHandles.arrayElementVarHandle(boolean[].class);
    } catch (IllegalAccessException | NoSuchFieldException e) {
      throw new IllegalStateException("the agent is another one than expected", e);
    }
  }

  static void turn(boolean on) {
    if (BEGINS.coordinateTypes().isEmpty()) {
      BEGINS.setVolatile(on);
    }
  }
}
