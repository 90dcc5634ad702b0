package io.heddle.instrumentation.spi;

/**
 * What is not an engine but stands beside one. Its classes alone do not make the agent start; those
 * loaded before are woven when the first run begins.
 */
public interface Companion extends EngineModule {
  /**
   * A class that a rule names and that was loaded before the first run. Called right before that
   * run begins, on its thread.
   */
  void present(Class<?> type);
}
