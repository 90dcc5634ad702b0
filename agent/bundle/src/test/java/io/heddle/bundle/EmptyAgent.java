package io.heddle.bundle;

/** An agent that does nothing: what the JVM itself does for any agent. */
public final class EmptyAgent {
  private EmptyAgent() {}

  public static void premain(String options) {}
}
