package io.heddle.agent.loader;

import java.lang.instrument.Instrumentation;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts the engine, once, for whoever asks first.
 *
 * <p>Whoever asks is loading a class and may hold locks of the application, so nobody waits without
 * end. Thread-safe.
 */
final class EngineStart implements Supplier<Engine> {
  private static final String MAIN = "io.heddle.weaver.Agent";
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(10);

  private final ClassFiles own;
  private final Instrumentation instrumentation;
  private final ReentrantLock starting = new ReentrantLock();
  private volatile @Nullable Engine engine;

  EngineStart(ClassFiles own, Instrumentation instrumentation) {
    this.own = own;
    this.instrumentation = instrumentation;
  }

  /** The engine if it has been started, else null. */
  @Nullable Engine started() {
    return engine;
  }

  /**
   * The engine, started now if need be; {@link Engine#NONE} if it cannot start, to its own thread
   * while it starts, and to others if that takes longer than ten seconds.
   */
  Engine engine() {
    Engine present = engine;
    return present != null ? present : locked();
  }

  /** As {@link #engine}. */
  @Override
  public Engine get() {
    return engine();
  }

  private Engine locked() {
    if (starting.isHeldByCurrentThread()) {
      return Engine.NONE;
    }
    if (!isLocked()) {
      Notice.print("a class stays unwoven, the agent was too slow to start");
      return Engine.NONE;
    }
    try {
      Engine present = engine;
      Engine made = present != null ? present : startOrNone();
      engine = made;
      return made;
    } finally {
      starting.unlock();
    }
  }

  /** An interrupt meant for the application must not keep its class from being woven. */
  private boolean isLocked() {
    boolean interrupted = false;
    long deadline = System.nanoTime() + PATIENCE_NS;
    try {
      while (true) {
        try {
          return starting.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException meantForTheApplication) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Engine startOrNone() {
    if (HookDefinition.isDefined()) { // whose status stays
      Notice.print("not started, a Heddle agent is already attached to this JVM");
      return Engine.NONE;
    }
    try {
      return start();
    } catch (Throwable failure) {
      Notice.print("not started, the application runs without it: " + failure);
      EarlyStatus.failed(failure, EarlySettings.ofProcess());
      return Engine.NONE;
    }
  }

  @SuppressWarnings("unchecked") // the agent's main is compiled beside this class
  private Engine start() throws Exception {
    String place = System.getProperty("heddle.hook");
    HookDefinition definition = new HookDefinition(own, instrumentation);
    String hook = definition.define(place);
    AgentLoader loader = new AgentLoader(own, hook);
    if (hook.equals(HookDefinition.IN_JAVA_LANG)) {
      definition.openJavaLang(loader.getUnnamedModule()); // whose carriers it asks for
    }
    Object main = loader.loadClass(MAIN).getConstructor().newInstance();
    return ((BiFunction<Consumer<String>, Instrumentation, Engine>) main)
        .apply(new Extensions(loader), instrumentation);
  }
}
