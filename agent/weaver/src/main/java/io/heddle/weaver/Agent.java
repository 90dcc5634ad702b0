package io.heddle.weaver;

import io.heddle.agent.loader.Engine;
import io.heddle.agent.loader.StatusFile;
import io.heddle.instrumentation.methods.MethodProbes;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.self.Log;
import io.heddle.recorder.settings.Setting;
import io.heddle.recorder.settings.Settings;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The agent's main behind its loader; a JDK type, so that the start-up classes know it. */
public final class Agent implements BiFunction<Consumer<String>, Instrumentation, Engine> {
  /**
   * Starts recording whatever the engine modules of this class's loader name.
   *
   * @param extensions adds a jar or class directory to this class's loader
   */
  @Override
  public Engine apply(Consumer<String> extensions, Instrumentation instrumentation) {
    Settings settings = Settings.load();
    return isWanted(settings) ? start(settings, extensions, instrumentation) : Engine.NONE;
  }

  /** What a file switches off, it may switch on again. */
  private static boolean isWanted(Settings settings) {
    return settings.enabled() || Settings.given().containsKey(Setting.CONFIG_FILE.key());
  }

  private static Engine start(
      Settings settings, Consumer<String> extensions, Instrumentation instrumentation) {
    Recorder recorder = Recorder.create(settings);
    Log log = recorder.log();
    for (String problem : settings.problems()) {
      log.warn(problem);
    }
    for (String path : settings.extensions()) {
      addExtension(path, extensions, log);
    }
    OwnMethods methods = new OwnMethods(new MethodProbes(recorder), recorder);
    RuleBook rules = EngineModules.rules(recorder);
    recorder.beforeFirstRun(new CompanionClasses(rules.companions(), instrumentation, log));
    RecordingSwitch recording = new RecordingSwitch(recorder);
    LiveSettings live = new LiveSettings(settings, methods, recording, log);
    Workings workings = new Workings(recorder, rules, methods, live, recording, log);
    StatusThread status =
        new StatusThread(new Status(workings), StatusFile.in(settings.statusDir()));
    status.start();
    if (settings.pause().isSet()) {
      new LoadThread(new CircuitBreaker(settings.pause()), recording).start();
    }
    return new WeavingEngine(workings, status, new Sites());
  }

  private static void addExtension(String path, Consumer<String> extensions, Log log) {
    try {
      extensions.accept(path);
    } catch (UncheckedIOException unreadable) {
      log.warn(Setting.EXTENSIONS.key() + ": left out: " + unreadable.getMessage());
    }
  }
}
