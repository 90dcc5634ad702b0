package io.heddle.weaver;

import io.heddle.agent.loader.AmpleStack;
import java.lang.instrument.ClassFileTransformer;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Weaves a class when the JVM loads it, if a rule names it; for every other class one look-up by
 * name is all that happens, and a comparison with each rule of {@code heddle.methods}. Thread-safe.
 */
@SuppressWarnings("ReferenceEquality") // no choice is one object
final class WeavingTransformer implements ClassFileTransformer {
  private final RuleBook rules;
  private final OwnMethods methods;
  private final ClassWeaver weaver;

  WeavingTransformer(RuleBook rules, OwnMethods methods, ClassWeaver weaver) {
    this.rules = rules;
    this.methods = methods;
    this.weaver = weaver;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (className == null) {
      return null;
    }
    List<WovenRule> meant = rules.of(className);
    ClassWeaver.Choice own = methods.in(loader, className, classFile);
    return meant.isEmpty() && own.isNone()
        ? null
        : AmpleStack.call(new Weaving(weaver, classFile, meant, own, origin(domain)));
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Weaving(
      ClassWeaver weaver,
      byte[] classFile,
      List<WovenRule> meant,
      ClassWeaver.Choice own,
      String origin)
      implements Supplier<byte @Nullable []> {
    @Override
    public byte @Nullable [] get() {
      try {
        return weaver.weave(classFile, meant, own, origin);
      } catch (Throwable failure) {
        for (WovenRule rule : meant) {
          rule.seen(new Sighting(Verdict.FAILED, origin, failure.toString()));
        }
        own.failed(failure, origin);
        return null;
      }
    }
  }

  private static String origin(@Nullable ProtectionDomain domain) {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    URL location = source == null ? null : source.getLocation();
    return location == null ? "" : location.toString();
  }
}
