package io.heddle.weaver;

import java.lang.instrument.ClassFileTransformer;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weaves a class when the JVM loads it, if a rule names it; for every other class one look-up by
 * name is all that happens. Thread-safe.
 */
final class WeavingTransformer implements ClassFileTransformer {
  private final RuleBook rules;
  private final ClassWeaver weaver;

  WeavingTransformer(RuleBook rules, ClassWeaver weaver) {
    this.rules = rules;
    this.weaver = weaver;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    List<WovenRule> meant = className == null ? List.of() : rules.of(className);
    return meant.isEmpty() ? null : weave(classFile, meant, origin(domain));
  }

  private byte @Nullable [] weave(byte[] classFile, List<WovenRule> meant, String origin) {
    try {
      return weaver.weave(classFile, meant, origin);
    } catch (Throwable failure) {
      for (WovenRule rule : meant) {
        rule.seen(new Sighting(Verdict.FAILED, origin, failure.toString()));
      }
      return null;
    }
  }

  private static String origin(@Nullable ProtectionDomain domain) {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    URL location = source == null ? null : source.getLocation();
    return location == null ? "" : location.toString();
  }
}
