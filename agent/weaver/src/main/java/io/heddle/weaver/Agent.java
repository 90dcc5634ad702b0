package io.heddle.weaver;

import io.heddle.hook.HeddleHook;
import io.heddle.instrumentation.spi.EngineModule;
import io.heddle.recorder.Log;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.Setting;
import io.heddle.recorder.Settings;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** The agent's main: recorder, engine modules, transformer. Runs before the application's. */
public final class Agent {
  private final Log log;
  private final Recorder recorder;
  private final RuleBook rules;

  private Agent(Log log, Recorder recorder) {
    this.log = log;
    this.recorder = recorder;
    this.rules = new RuleBook(log);
  }

  /**
   * Starts recording whatever the engine modules of this class's loader name.
   *
   * @param extensions adds a jar or class directory to this class's loader
   */
  public static void start(Instrumentation instrumentation, Consumer<String> extensions) {
    Settings settings = Settings.load();
    if (settings.enabled()) {
      Log log = new Log(settings.log());
      for (String problem : settings.problems()) {
        log.warn(problem);
      }
      for (String path : settings.extensions()) {
        addExtension(path, extensions, log);
      }
      new Agent(log, Recorder.create(settings)).weave(instrumentation);
    }
  }

  private static void addExtension(String path, Consumer<String> extensions, Log log) {
    try {
      extensions.accept(path);
    } catch (UncheckedIOException unreadable) {
      log.warn(Setting.EXTENSIONS.key() + ": left out: " + unreadable.getMessage());
    }
  }

  private void weave(Instrumentation instrumentation) {
    addModules();
    Sites sites = new Sites();
    HeddleHook.activate(new Dispatcher(sites));
    instrumentation.addTransformer(
        new WeavingTransformer(rules, new ClassWeaver(sites)), /* canRetransform= */ true);
    Runtime.getRuntime().addShutdownHook(new Farewell(recorder, rules, log));
  }

  /** One broken module must not cost the others: each is loaded and asked on its own. */
  private void addModules() {
    Iterator<EngineModule> modules =
        ServiceLoader.load(EngineModule.class, Agent.class.getClassLoader()).iterator();
    boolean more = true;
    while (more) {
      try {
        more = modules.hasNext() && add(modules.next());
      } catch (Exception | LinkageError | ServiceConfigurationError broken) {
        log.warn("engine module left out: " + broken);
      }
    }
  }

  private boolean add(EngineModule module) {
    rules.add(module.name(), module.rules(recorder));
    return true;
  }
}
