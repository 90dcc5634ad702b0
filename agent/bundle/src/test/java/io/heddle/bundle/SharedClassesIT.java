package io.heddle.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.mailroom.Main;
import io.heddle.instrumentation.testkit.AgentJar;
import io.heddle.instrumentation.testkit.Application;
import io.heddle.instrumentation.testkit.Outcome;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bsc.async.AsyncGenerator;
import org.bsc.langgraph4j.StateGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/**
 * An application's own archive of classes stays of use under the agent: lost are the woven classes,
 * and with each what is built upon it, because the JVM shares a class only above super types that
 * it shares.
 */
class SharedClassesIT {
  /** What the smallest graph loses; more than half a percent only of less than 1,200 classes. */
  private static final int FEWEST = 6;

  private static final String GRAPH = "org.bsc.langgraph4j.CompiledGraph";

  @TempDir Path directory;

  private final Path agent =
      AgentJar.locationOf(SharedClassesIT.class).resolveSibling("heddle-agent.jar");

  @Test
  void archiveMadeWithoutTheAgent_isSharedButForWovenClasses() throws Exception {
    assertThat(lostOfTheArchive(sample())).contains(GRAPH);
  }

  /** Five woven, and one that extends one of them. */
  @Test
  void archiveOfASmallGraph_isSharedButForWovenClasses() throws Exception {
    Path program =
        Jars.of(directory.resolve("program.jar"), FirstNode.class, FirstNode.Reached.class);
    String classPath =
        Stream.of(
                program,
                AgentJar.locationOf(StateGraph.class),
                AgentJar.locationOf(AsyncGenerator.class),
                AgentJar.locationOf(Logger.class))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    assertThat(lostOfTheArchive(Application.of(FirstNode.class).on(classPath)))
        .containsExactlyInAnyOrder(
            "org.bsc.async.AsyncGenerator$WithEmbed",
            GRAPH,
            GRAPH + "$AsyncNodeGenerator",
            GRAPH + "$AsyncNodeGeneratorWithEmbed",
            "org.bsc.langgraph4j.internal.hook.NodeHooks$WrapCalls",
            "org.bsc.langgraph4j.state.AgentState");
  }

  private static Application sample() {
    return Application.of(Main.class, "--runs", "4").on(AgentJar.locationOf(Main.class).toString());
  }

  private Set<String> lostOfTheArchive(Application program) throws Exception {
    Path archive = directory.resolve("app.jsa");
    run(program, "dump", "-XX:ArchiveClassesAtExit=" + archive);
    String use = "-XX:SharedArchiveFile=" + archive;

    return lost(
        program, run(program, "without", use), run(program, "with", use, underAgent(agent)));
  }

  @Test
  @EnabledForJreRange(
      min = JRE.JAVA_25,
      disabledReason = "the JVM makes such a cache in one step since JDK 25")
  void cacheMadeWithTheAgent_isSharedButForWovenClasses() throws Exception {
    Path empty = Jars.agent(directory.resolve("empty.jar"), EmptyAgent.class);
    cache("empty", empty);
    cache("heddle", agent);

    assertThat(lost(sample(), cached("empty", empty), cached("heddle", agent))).contains(GRAPH);
  }

  /** A JVM without an agent can not use what one with an agent has made, nor the reverse. */
  private void cache(String name, Path by) throws Exception {
    run(sample(), "dump-" + name, underAgent(by), "-XX:AOTCacheOutput=" + directory.resolve(name));
  }

  private LoadedClasses cached(String name, Path by) throws Exception {
    return run(sample(), "use-" + name, underAgent(by), "-XX:AOTCache=" + directory.resolve(name));
  }

  private static String underAgent(Path jar) {
    return "-javaagent:" + jar;
  }

  private Set<String> lost(Application program, LoadedClasses without, LoadedClasses with)
      throws Exception {
    Set<String> before = without.names(LoadedClasses.Loaded::isShared);
    Set<String> lost = with.names(loaded -> !loaded.isShared() && before.contains(loaded.name()));
    lost.removeIf(SharedClassesIT::isLoadedByChance);

    assertThat(before).hasSizeGreaterThan(1000);
    assertThat(lost).hasSizeLessThanOrEqualTo(Math.max(FEWEST, before.size() / 200));
    assertThat(wovenOrAbove(program, before)).containsAll(lost);
    return lost;
  }

  /** For threads that happen to wait for each other, as they perhaps did not in the dump. */
  private static boolean isLoadedByChance(String name) {
    return name.startsWith("java.util.concurrent.");
  }

  private Set<String> wovenOrAbove(Application program, Set<String> candidates) throws Exception {
    Set<String> woven = woven();
    Set<String> found = new TreeSet<>();
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader loader = new URLClassLoader(jarsOf(program), platform)) {
      for (String name : candidates) {
        if (loader.findResource(name.replace('.', '/') + ".class") != null
            && isAbove(Class.forName(name, false, loader), woven)) {
          found.add(name);
        }
      }
    }
    return found;
  }

  private static URL[] jarsOf(Application program) throws MalformedURLException {
    String[] jars = program.classPath().split(File.pathSeparator, -1);
    URL[] urls = new URL[jars.length];
    for (int i = 0; i < jars.length; i++) {
      urls[i] = Path.of(jars[i]).toUri().toURL();
    }
    return urls;
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

  private LoadedClasses run(Application program, String name, String... options) throws Exception {
    Path log = directory.resolve(name + ".classes");
    Outcome outcome =
        program.with(options).with("-Dotel.traces.exporter=none", LoadedClasses.option(log)).run();
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return LoadedClasses.read(log);
  }
}
