package io.heddle.agent.loader;

import java.lang.instrument.Instrumentation;
import java.util.function.Consumer;
import java.util.jar.JarFile;

/** What the premain class calls first. */
public final class Start {
  private static final String MAIN = "io.heddle.weaver.Agent";

  private Start() {}

  /**
   * Starts the agent of {@code agent}; a second one in the same JVM is refused.
   *
   * @throws Exception if the agent cannot start; nothing is woven then
   */
  public static void start(JarFile agent, Instrumentation instrumentation) throws Exception {
    if (HookDefinition.isDefined()) {
      throw new IllegalStateException("a Heddle agent is already attached to this JVM");
    }
    ClassFiles own = new JarClassFiles(agent, "inst/", ".classdata");
    String place = System.getProperty("heddle.hook");
    String hook = new HookDefinition(own, instrumentation).define(place);
    AgentLoader loader = new AgentLoader(own, hook);
    loader
        .loadClass(MAIN)
        .getMethod("start", Instrumentation.class, Consumer.class)
        .invoke(null, instrumentation, new Extensions(loader));
  }
}
