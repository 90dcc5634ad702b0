package io.heddle.agent.loader;

import io.heddle.instrumentation.methods.MethodRules;
import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.function.BiConsumer;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** What the premain class calls first; a JDK type, so that both sides know it. */
public final class Start implements BiConsumer<JarFile, Instrumentation> {
  /**
   * Makes the engines' classes be woven when they are loaded. Everything else of the agent is
   * loaded with the first of them, at once only where nobody can say which classes they are.
   *
   * @param agent the agent's jar
   */
  @Override
  public void accept(JarFile agent, Instrumentation instrumentation) {
    if (EarlySettings.isJdkTool()) {
      return;
    }
    if (EarlySettings.isAgentWanted()) {
      ClassFiles own = new OwnClassFiles(new JarClassFiles(agent, "inst/", ".classdata"));
      EngineStart engine = new EngineStart(own, instrumentation);
      weave(own, EarlySettings.ofProcess(), engine, instrumentation);
    } else {
      EarlyStatus.off(EarlySettings.ofProcess());
    }
  }

  private static void weave(
      ClassFiles own, EarlySettings settings, EngineStart engine, Instrumentation instrumentation) {
    LoadedClasses loaded = new LoadedClasses(instrumentation);
    SettingsWatch watch = watch(settings, engine, loaded); // before the engine reads the file
    WovenClasses classes = WovenClasses.in(own, settings);
    String text = settings.methods();
    MethodRules methods = text == null ? null : readable(text);
    if (classes.areUnknown() || settings.isMisspelt() || (text != null && methods == null)) {
      engine.engine();
    }
    LateWeaver weaver = new LateWeaver(classes, methods, engine);
    instrumentation.addTransformer(weaver, /* canRetransform= */ true);
    Runtime.getRuntime().addShutdownHook(new Farewell(engine, settings));
    loaded.accept(weaver);
    if (engine.started() == null) {
      EarlyStatus.asleep("running", settings);
    }
    if (watch != null) {
      watch.start();
    }
  }

  /** Null if they cannot be read, which the engine will tell. */
  private static @Nullable MethodRules readable(String text) {
    try {
      return MethodRules.parse(text);
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static @Nullable SettingsWatch watch(
      EarlySettings settings, EngineStart engine, LoadedClasses loaded) {
    String file = settings.file();
    return file == null ? null : new SettingsWatch(new File(file), engine, loaded);
  }
}
