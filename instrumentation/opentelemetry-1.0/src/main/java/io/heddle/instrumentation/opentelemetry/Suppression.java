package io.heddle.instrumentation.opentelemetry;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Hides a task from OpenTelemetry's Java agent, if there is one. */
final class Suppression {
  /** Where it was from 1.41 to 1.62, and where it is now. */
  private static final String[] PLACES = {"api.impl.", "api.internal."};

  /** Runs {@code task} exactly once. */
  void run(Runnable task) {
    AtomicBoolean begun = new AtomicBoolean();
    Call suppress = find();
    if (suppress != null) {
      suppress.call(
          (Runnable)
              () -> {
                begun.set(true);
                task.run();
              });
    }
    if (!begun.get()) {
      task.run();
    }
  }

  private static @Nullable Call find() {
    Names names = new Names(Names.OF_AGENT, null);
    for (String place : PLACES) {
      try {
        Class<?> owner = names.type(place + "InstrumentationUtil");
        return Call.of(owner, "suppressInstrumentation", Runnable.class);
      } catch (ReflectiveOperationException notThere) {
        // perhaps in the other place
      }
    }
    return null;
  }
}
