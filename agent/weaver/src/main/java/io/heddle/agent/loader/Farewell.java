package io.heddle.agent.loader;

/** What happens when the JVM ends. Rules that nothing was seen of are told in debug too. */
final class Farewell extends Thread {
  private final EngineStart start;
  private final EarlySettings settings;

  Farewell(EngineStart start, EarlySettings settings) {
    super("heddle-farewell");
    this.start = start;
    this.settings = settings;
  }

  /** By then the application may have taken away whatever it likes from its JVM. */
  @Override
  public void run() {
    try {
      sayFarewell();
    } catch (RuntimeException | Error failure) {
      Notice.print("not ended in order: ".concat(failure.toString()));
    }
  }

  private void sayFarewell() {
    Engine engine = settings.isDebug() ? start.engine() : start.started();
    if (engine != null) {
      engine.end();
    } else {
      tellUselessRules();
      EarlyStatus.asleep("ended", settings);
    }
  }

  private void tellUselessRules() {
    String rules = settings.methods();
    if (rules != null && !settings.isQuiet()) {
      Notice.print("heddle.methods: no class was loaded that it means: " + rules);
    }
  }
}
