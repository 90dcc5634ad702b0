package io.heddle.agent.loader;

/** What happens when the JVM ends. Rules that nothing was seen of are told in debug too. */
final class Farewell extends Thread {
  private final EngineStart start;

  Farewell(EngineStart start) {
    super("heddle-farewell");
    this.start = start;
  }

  @Override
  public void run() {
    Engine engine = EarlySettings.isDebug() ? start.engine() : start.started();
    if (engine != null) {
      engine.end();
    } else {
      Start.tell("ended");
    }
  }
}
