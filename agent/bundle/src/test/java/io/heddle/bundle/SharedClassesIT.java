package io.heddle.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.mailroom.Main;
import io.heddle.instrumentation.testkit.AgentJar;
import io.heddle.instrumentation.testkit.Application;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application's own archive of classes stays of use under the agent: lost are the woven classes,
 * and with each what is built upon it, because the JVM shares a class only above super types that
 * it shares.
 */
class SharedClassesIT {
  private static final double GOAL = 0.995;

  @TempDir Path directory;

  private final Path agent =
      AgentJar.locationOf(SharedClassesIT.class).resolveSibling("heddle-agent.jar");

  @Test
  void archiveMadeWithoutTheAgent_isSharedButForWovenClasses() throws Exception {
    Path archive = directory.resolve("app.jsa");
    run("dump", "-XX:ArchiveClassesAtExit=" + archive);
    String use = "-XX:SharedArchiveFile=" + archive;

    assertNothingElseIsLost(run("without", use), run("with", use, underAgent(agent)));
  }

  @Test
  @EnabledForJreRange(
      min = JRE.JAVA_25,
      disabledReason = "the JVM makes such a cache in one step since JDK 25")
  void cacheMadeWithTheAgent_isSharedButForWovenClasses() throws Exception {
    Path empty = Jars.agent(directory.resolve("empty.jar"), EmptyAgent.class);
    cache("empty", empty);
    cache("heddle", agent);

    assertNothingElseIsLost(cached("empty", empty), cached("heddle", agent));
  }

  /** A JVM without an agent can not use what one with an agent has made, nor the reverse. */
  private void cache(String name, Path by) throws Exception {
    run("dump-" + name, underAgent(by), "-XX:AOTCacheOutput=" + directory.resolve(name));
  }

  private LoadedClasses cached(String name, Path by) throws Exception {
    return run("use-" + name, underAgent(by), "-XX:AOTCache=" + directory.resolve(name));
  }

  private static String underAgent(Path jar) {
    return "-javaagent:" + jar;
  }

  private void assertNothingElseIsLost(LoadedClasses without, LoadedClasses with) throws Exception {
    Set<String> before = without.names(LoadedClasses.Loaded::isShared);
    Set<String> lost = with.names(loaded -> !loaded.isShared() && before.contains(loaded.name()));
    lost.removeIf(SharedClassesIT::isLoadedByChance);

    assertThat(before).hasSizeGreaterThan(1000);
    assertThat((double) (before.size() - lost.size()) / before.size()).isGreaterThan(GOAL);
    assertThat(lost).contains("org.bsc.langgraph4j.CompiledGraph");
    assertThat(wovenOrAbove(before)).containsAll(lost);
  }

  /** For threads that happen to wait for each other, as they perhaps did not in the dump. */
  private static boolean isLoadedByChance(String name) {
    return name.startsWith("java.util.concurrent.");
  }

  private Set<String> wovenOrAbove(Set<String> candidates) throws Exception {
    Set<String> woven = woven();
    Set<String> found = new TreeSet<>();
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    URL[] application = {AgentJar.locationOf(Main.class).toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(application, platform)) {
      for (String name : candidates) {
        if (loader.findResource(name.replace('.', '/') + ".class") != null
            && isAbove(Class.forName(name, false, loader), woven)) {
          found.add(name);
        }
      }
    }
    return found;
  }

  private static boolean isAbove(Class<?> type, Set<String> woven) {
    if (type == null) {
      return false;
    }
    if (woven.contains(type.getName()) || isAbove(type.getSuperclass(), woven)) {
      return true;
    }
    for (Class<?> parent : type.getInterfaces()) {
      if (isAbove(parent, woven)) {
        return true;
      }
    }
    return false;
  }

  /** The list says what rules name; whether a method matched is not asked here. */
  private Set<String> woven() throws Exception {
    try (JarFile jar = new JarFile(agent.toFile())) {
      String list =
          new String(
              jar.getInputStream(jar.getEntry("inst/META-INF/heddle/woven-classes")).readAllBytes(),
              StandardCharsets.UTF_8);
      Set<String> names = new TreeSet<>();
      list.lines().forEach(name -> names.add(name.replace('/', '.')));
      return names;
    }
  }

  private LoadedClasses run(String name, String... options) throws Exception {
    Path log = directory.resolve(name + ".classes");
    List<String> all = new ArrayList<>(List.of(options));
    all.add("-Dotel.traces.exporter=none");
    all.add(LoadedClasses.option(log));
    assertThat(
            Application.of(Main.class, "--runs", "4")
                .on(AgentJar.locationOf(Main.class).toString())
                .with(all.toArray(String[]::new))
                .run()
                .exitCode())
        .isZero();
    return LoadedClasses.read(log);
  }
}
