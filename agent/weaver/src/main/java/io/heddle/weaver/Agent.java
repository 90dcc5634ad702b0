package io.heddle.weaver;

import io.heddle.hook.HeddleHook;
import io.heddle.instrumentation.spi.EngineModule;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.Settings;
import java.lang.instrument.Instrumentation;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

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

  /** Starts recording whatever the engine modules of this class's loader name. */
  public static void start(Instrumentation instrumentation) {
    Settings settings = Settings.load();
    if (settings.enabled()) {
      Log log = new Log(System.err, "debug".equalsIgnoreCase(logLevel()));
      new Agent(log, Recorder.create(settings)).weave(instrumentation);
    }
  }

  private static @Nullable String logLevel() {
    String property = System.getProperty("heddle.log");
    return property != null ? property : System.getenv("HEDDLE_LOG");
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
