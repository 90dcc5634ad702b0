package io.heddle.weaver;

import io.heddle.instrumentation.spi.Companion;
import io.heddle.recorder.self.Log;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The classes of companions that were loaded before the first run; it finds and weaves them. */
final class CompanionClasses implements Runnable {
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final Map<String, Companion> companions;
  private final Instrumentation instrumentation;
  private final Log log;
  private final boolean inTheJdkToo;

  /**
   * @param companions by the binary names of their classes
   */
  CompanionClasses(Map<String, Companion> companions, Instrumentation instrumentation, Log log) {
    this.companions = companions;
    this.instrumentation = instrumentation;
    this.log = log;
    this.inTheJdkToo = anyOfTheJdk(companions);
  }

  private static boolean anyOfTheJdk(Map<String, Companion> companions) {
    boolean any = false;
    for (String name : companions.keySet()) {
      any |= RuleBook.isOfTheJdk(name);
    }
    return any;
  }

  @Override
  public void run() {
    if (companions.isEmpty()) {
      return;
    }
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      Companion companion = companion(loaded);
      if (companion != null) {
        weave(loaded);
        companion.present(loaded);
      }
    }
  }

  private @Nullable Companion companion(Class<?> loaded) {
    boolean isApart = !inTheJdkToo && isOfTheJdk(loaded);
    return isApart || isOurs(loaded) ? null : companions.get(loaded.getName());
  }

  /** These are most of all classes, and a name is made when it is first asked for. */
  private static boolean isOfTheJdk(Class<?> loaded) {
    ClassLoader loader = loaded.getClassLoader();
    return (loader == null || loader.equals(PLATFORM)) && loaded.getModule().isNamed();
  }

  private static boolean isOurs(Class<?> loaded) {
    return CompanionClasses.class.getClassLoader().equals(loaded.getClassLoader());
  }

  private void weave(Class<?> loaded) {
    try {
      instrumentation.retransformClasses(loaded);
    } catch (UnmodifiableClassException | RuntimeException | LinkageError refused) {
      log.warn("not woven: " + loaded.getName() + ": " + refused);
    }
  }
}
