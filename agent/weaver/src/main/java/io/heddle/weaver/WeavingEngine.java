package io.heddle.weaver;

import io.heddle.agent.loader.Engine;
import io.heddle.instrumentation.methods.Matches;
import io.heddle.recorder.self.Log;
import java.security.ProtectionDomain;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Recorder and rules as the start-up classes see them. Thread-safe. */
final class WeavingEngine implements Engine {
  private final Workings workings;
  private final StatusThread status;
  private final WeavingTransformer transformer;

  WeavingEngine(Workings workings, StatusThread status, Sites sites) {
    this.workings = workings;
    this.status = status;
    this.transformer =
        new WeavingTransformer(workings.rules(), workings.methods(), new ClassWeaver(sites));
  }

  @Override
  public boolean weaves(@Nullable ClassLoader loader, String internalName) {
    return !workings.rules().of(internalName).isEmpty()
        || workings.methods().weaving().rules().mayConcernLoaded(loader, internalName);
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
    MethodWeaving before = workings.methods().weaving();
    if (workings.settings().reload()) {
      MethodWeaving now = workings.methods().weaving();
      weaveAnew.accept(loaded -> before.isWoven(loaded) || now.mayConcern(loaded));
      workings.log().notice(now.summary());
    }
  }

  @Override
  public void weaveLoaded(Consumer<Predicate<Class<?>>> weaveAnew) {
    weaveAnew.accept(loaded -> weaves(loaded.getClassLoader(), loaded.getName().replace('.', '/')));
    MethodWeaving methods = workings.methods().weaving();
    if (!methods.matches().isEmpty()) {
      workings.log().notice(methods.summary());
    }
  }

  @Override
  public void end() {
    workings.recorder().close();
    status.end();
    Log log = workings.log();
    for (WovenRule rule : workings.rules().rules()) {
      log.debug(VerdictLine.of(rule));
    }
    for (Matches rule : workings.methods().weaving().matches()) {
      log.debug(VerdictLine.of(rule));
    }
  }
}
