package io.heddle.agent.loader;

import io.heddle.instrumentation.methods.MethodRules;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.security.ProtectionDomain;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Starts the engine when the first class is loaded that it could want, and leaves every class to it
 * from then on. Until then one look-up by name is all that happens. The agent's own classes are
 * never woven: libraries of the application's may be among them. Thread-safe.
 */
final class LateWeaver implements ClassFileTransformer, Predicate<Class<?>> {
  private final WovenClasses classes;
  private final EngineStart start;

  private final @Nullable MethodRules methods;

  /**
   * @param classes of engines
   * @param methods of the application's own classes; null for none
   */
  LateWeaver(WovenClasses classes, @Nullable MethodRules methods, EngineStart start) {
    this.methods = methods;
    this.classes = classes;
    this.start = start;
  }

  /** Whether that class, which is loaded already, would have been woven. */
  @Override
  public boolean test(Class<?> loaded) {
    ClassLoader loader = loaded.getClassLoader();
    String internalName = loaded.getName().replace('.', '/');
    Engine started = start.started();
    return started == null
        ? classes.contain(internalName)
            || (methods != null && methods.mayConcernLoaded(loader, internalName))
        : started.weaves(loader, internalName);
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile)
      throws IllegalClassFormatException {
    if (className == null || loader instanceof AgentLoader) {
      return null;
    }
    Engine started = start.started();
    if (started == null && mayWeave(loader, className, classFile)) {
      started = AmpleStack.call(start);
    }
    return started == null
        ? null
        : started.transform(loader, className, redefined, domain, classFile);
  }

  private boolean mayWeave(@Nullable ClassLoader loader, String className, byte[] classFile) {
    return classes.contain(className)
        || (methods != null && !methods.concerning(loader, className, classFile).isEmpty());
  }
}
