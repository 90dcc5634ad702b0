package io.heddle.weaver;

import io.heddle.agent.loader.Engine;
import io.heddle.instrumentation.methods.Matches;
import io.heddle.recorder.Log;
import io.heddle.recorder.Recorder;
import java.security.ProtectionDomain;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Recorder and rules as the start-up classes see them. Thread-safe. */
final class WeavingEngine implements Engine {
  private final Recorder recorder;
  private final RuleBook rules;
  private final OwnMethods methods;
  private final LiveSettings settings;
  private final Log log;
  private final WeavingTransformer transformer;

  WeavingEngine(
      Recorder recorder,
      RuleBook rules,
      OwnMethods methods,
      LiveSettings settings,
      Sites sites,
      Log log) {
    this.recorder = recorder;
    this.rules = rules;
    this.methods = methods;
    this.settings = settings;
    this.log = log;
    this.transformer = new WeavingTransformer(rules, methods, new ClassWeaver(sites));
  }

  @Override
  public boolean weaves(@Nullable ClassLoader loader, String internalName) {
    return !rules.of(internalName).isEmpty()
        || methods.weaving().rules().mayConcernLoaded(loader, internalName);
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    return transformer.transform(loader, className, redefined, domain, classFile);
  }

  @Override
  public void reload(Consumer<Predicate<Class<?>>> weaveAnew) {
    MethodWeaving before = methods.weaving();
    if (settings.reload()) {
      MethodWeaving now = methods.weaving();
      weaveAnew.accept(loaded -> before.isWoven(loaded) || now.mayConcern(loaded));
      log.warn(now.summary());
    }
  }

  @Override
  public void end() {
    recorder.close();
    for (WovenRule rule : rules.rules()) {
      log.debug(VerdictLine.of(rule));
    }
    for (Matches rule : methods.weaving().matches()) {
      log.debug(VerdictLine.of(rule));
    }
  }
}
