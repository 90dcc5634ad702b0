package io.heddle.instrumentation.testkit;

import io.heddle.agent.HeddleAgent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the packaged agent is. */
public final class AgentJar {
  /** System property that names another agent jar than the one the build has just packaged. */
  public static final String PROPERTY = "heddle.test.agent.jar";

  private AgentJar() {}

  /**
   * The core agent, without any engine module.
   *
   * @throws IllegalStateException if it has not been packaged
   */
  public static Path core() {
    String named = System.getProperty(PROPERTY);
    Path jar =
        named == null
            ? locationOf(HeddleAgent.class).resolveSibling("heddle-agent-core.jar")
            : Path.of(named);
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(
          jar + " is missing: run 'mvn verify', or name an agent jar with -D" + PROPERTY);
    }
    return jar;
  }

  /** The jar or class directory that {@code type} was loaded from. */
  public static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
