package io.heddle.agent.loader;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Starts the engine when the first class is loaded that it could want, and leaves every class to it
 * from then on. Until then one look-up by name is all that happens. Thread-safe.
 */
final class LateWeaver implements ClassFileTransformer {
  private final WovenClasses classes;
  private final EngineStart start;

  LateWeaver(WovenClasses classes, EngineStart start) {
    this.classes = classes;
    this.start = start;
  }

  /** Whether the class of that name is woven when it is loaded. */
  boolean weaves(String internalName) {
    Engine started = start.started();
    return started == null ? classes.contain(internalName) : started.weaves(internalName);
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile)
      throws IllegalClassFormatException {
    return className != null && weaves(className)
        ? start.engine().transform(loader, className, redefined, domain, classFile)
        : null;
  }
}
