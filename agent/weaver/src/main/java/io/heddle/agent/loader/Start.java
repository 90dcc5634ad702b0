package io.heddle.agent.loader;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

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
    String hook = new HookDefinition(own, instrumentation).define(property("heddle.hook"));
    List<ClassFiles> origins = new ArrayList<>();
    origins.add(own);
    addExtensions(origins, setting("heddle.extensions", "HEDDLE_EXTENSIONS"));
    AgentLoader loader = new AgentLoader(origins, hook);
    loader.loadClass(MAIN).getMethod("start", Instrumentation.class).invoke(null, instrumentation);
  }

  private static void addExtensions(List<ClassFiles> origins, @Nullable String paths)
      throws IOException {
    StringTokenizer tokens = new StringTokenizer(paths == null ? "" : paths, File.pathSeparator);
    while (tokens.hasMoreTokens()) {
      origins.add(extension(new File(tokens.nextToken())));
    }
  }

  private static ClassFiles extension(File path) throws IOException {
    if (path.isDirectory()) {
      return new DirectoryClassFiles(path);
    }
    if (!path.isFile()) {
      throw new IOException("heddle.extensions names '" + path + "', which does not exist");
    }
    return new JarClassFiles(new JarFile(path, false), "", ".class");
  }

  private static @Nullable String setting(String property, String environment) {
    String value = property(property);
    return value != null ? value : System.getenv(environment);
  }

  private static @Nullable String property(String name) {
    return System.getProperty(name);
  }
}
