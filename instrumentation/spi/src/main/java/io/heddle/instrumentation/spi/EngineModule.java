package io.heddle.instrumentation.spi;

import io.heddle.recorder.Recorder;
import java.util.List;

/**
 * One engine: where to weave it and what to record there. Found through {@code META-INF/services}
 * inside the agent's own loader. Engine objects arrive as {@code Object}; a module never links
 * against its engine.
 */
public interface EngineModule {
  /** The value of {@code heddle.engine}, for example {@code langgraph4j}. */
  String name();

  /** Which versions of the engine are supported, {@code 1.8.3 or newer}; empty if all are. */
  default String versions() {
    return "";
  }

  /** The rules of this engine, with probes that record through {@code recorder}. */
  List<Rule> rules(Recorder recorder);
}
