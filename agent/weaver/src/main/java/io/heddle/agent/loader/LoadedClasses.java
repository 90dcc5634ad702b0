package io.heddle.agent.loader;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The application's classes that were there before the agent, because another agent came first, or
 * before a change of the settings. Those of the boot loader are passed over: no engine is among
 * them, and asking each its name would cost every start.
 */
final class LoadedClasses implements Consumer<Predicate<Class<?>>> {
  private final Instrumentation instrumentation;

  LoadedClasses(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** Has those woven anew that are wanted. */
  @Override
  public void accept(Predicate<Class<?>> wanted) {
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (isOfTheApplication(loaded) && wanted.test(loaded)) {
        weave(loaded);
      }
    }
  }

  private static boolean isOfTheApplication(Class<?> loaded) {
    return loaded.getClassLoader() != null && !loaded.isArray() && !loaded.isHidden();
  }

  private void weave(Class<?> loaded) {
    try {
      instrumentation.retransformClasses(loaded);
    } catch (UnmodifiableClassException | RuntimeException | LinkageError refused) {
      Notice.print("not woven: " + loaded.getName() + ": " + refused);
    }
  }
}
