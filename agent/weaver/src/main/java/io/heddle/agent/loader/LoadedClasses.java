package io.heddle.agent.loader;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;

/**
 * The application's classes that were there before the agent, because another agent came first.
 * Those of the boot loader are passed over: no engine is among them, and asking each its name would
 * cost every start.
 */
final class LoadedClasses {
  private final Instrumentation instrumentation;

  LoadedClasses(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** Has those woven that {@code weaver} would have woven. */
  void weave(LateWeaver weaver) {
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (isOfTheApplication(loaded)
          && weaver.wouldWeave(loaded.getClassLoader(), internalName(loaded))) {
        weave(loaded);
      }
    }
  }

  private static boolean isOfTheApplication(Class<?> loaded) {
    return loaded.getClassLoader() != null && !loaded.isArray() && !loaded.isHidden();
  }

  private static String internalName(Class<?> loaded) {
    return loaded.getName().replace('.', '/');
  }

  private void weave(Class<?> loaded) {
    try {
      instrumentation.retransformClasses(loaded);
    } catch (UnmodifiableClassException | RuntimeException | LinkageError refused) {
      System.err.println("[heddle] not woven: " + loaded.getName() + ": " + refused);
    }
  }
}
