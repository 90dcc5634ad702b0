package io.heddle.weaver;

import io.heddle.instrumentation.spi.EngineModule;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.settings.Settings;
import java.util.Iterator;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedSet;

/** The engine modules that this class's loader sees. */
public final class EngineModules {
  private EngineModules() {}

  /**
   * The internal names of all classes that rules of engines name: for the packager, so that the
   * agent need not ask the modules before it sees one of them.
   *
   * @throws ServiceConfigurationError if a module is broken
   */
  public static SortedSet<String> classNames() {
    Recorder recorder = Recorder.create(Settings.of(Map.of()));
    RuleBook rules = new RuleBook(recorder);
    for (EngineModule module : modules()) {
      rules.add(module);
    }
    return rules.engineClassNames();
  }

  /** One broken module must not cost the others: each is loaded and asked on its own. */
  static RuleBook rules(Recorder recorder) {
    RuleBook rules = new RuleBook(recorder);
    Iterator<EngineModule> modules = modules().iterator();
    boolean more = true;
    while (more) {
      try {
        more = modules.hasNext() && isAdded(modules.next(), rules);
      } catch (Exception | LinkageError | ServiceConfigurationError broken) {
        recorder.log().warn("engine module left out: " + broken);
      }
    }
    return rules;
  }

  private static ServiceLoader<EngineModule> modules() {
    return ServiceLoader.load(EngineModule.class, EngineModules.class.getClassLoader());
  }

  private static boolean isAdded(EngineModule module, RuleBook rules) {
    rules.add(module);
    return true;
  }
}
