package io.heddle.agent.loader;

import java.lang.instrument.ClassFileTransformer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The part of the agent that weaves and records. The one type that the agent's loader shares with
 * the start-up classes. Thread-safe.
 */
public interface Engine extends ClassFileTransformer {
  /** Of an agent that could not start, or is not wanted. */
  Engine NONE =
      new Engine() {
        @Override
        public boolean weaves(@Nullable ClassLoader loader, String internalName) {
          return false;
        }

        @Override
        public void reload(Consumer<Predicate<Class<?>>> weaveAnew) {}

        @Override
        public void weaveLoaded(Consumer<Predicate<Class<?>>> weaveAnew) {}

        @Override
        public void end() {}
      };

  /** Whether a rule may mean that class, which is loaded already. */
  boolean weaves(@Nullable ClassLoader loader, String internalName);

  /**
   * Reads the settings again.
   *
   * @param weaveAnew has those loaded classes woven again that are named
   */
  void reload(Consumer<Predicate<Class<?>>> weaveAnew);

  /**
   * Weaves what was loaded before the engine.
   *
   * @param weaveAnew has those loaded classes woven again that are named
   */
  void weaveLoaded(Consumer<Predicate<Class<?>>> weaveAnew);

  /** Sends what is recorded, and in debug tells every verdict. */
  void end();
}
