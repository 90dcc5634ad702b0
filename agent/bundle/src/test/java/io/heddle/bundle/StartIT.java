package io.heddle.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.testkit.AgentJar;
import io.heddle.instrumentation.testkit.Application;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.bsc.async.AsyncGenerator;
import org.bsc.langgraph4j.StateGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** What the agent loads before an application has begun, in classes: times are for benchmarks. */
class StartIT {
  @TempDir Path directory;

  private final Path agent = AgentJar.locationOf(StartIT.class).resolveSibling("heddle-agent.jar");

  @Test
  void beforeMain_fewClassesAreLoaded() throws Exception {
    LoadedClasses with = run(agent, Greeting.class).before(Greeting.class);
    LoadedClasses without = run(emptyAgent(), Greeting.class).before(Greeting.class);

    assertThat(with.names(LoadedClasses.Loaded::isOfAgent)).hasSizeLessThanOrEqualTo(15);
    assertThat(ofTheJdk(with, without)).hasSizeLessThanOrEqualTo(40);
    assertThat(with.spunForAgent()).isZero();
  }

  @Test
  void beforeMain_aSettingsFileCostsItsReading() throws Exception {
    Path file = Files.writeString(directory.resolve("p"), "heddle.methods=a.B[c]\n");
    LoadedClasses with =
        run(agent, Greeting.class, "-Dheddle.config.file=" + file).before(Greeting.class);

    assertThat(with.names(LoadedClasses.Loaded::isOfAgent))
        .hasSizeLessThanOrEqualTo(25)
        .noneMatch(name -> name.startsWith("io.heddle.recorder."));
    assertThat(with.spunForAgent()).isZero();
  }

  @Test
  void beforeTheFirstNode_nothingIsExportedAndLittleIsSpun() throws Exception {
    LoadedClasses with = run(agent, FirstNode.class).before(FirstNode.Reached.class);

    assertThat(with.names(LoadedClasses.Loaded::isOfAgent))
        .hasSizeLessThanOrEqualTo(281)
        .noneMatch(name -> name.startsWith("io.heddle.recorder.otlp."))
        .noneMatch(name -> name.startsWith("io.heddle.recorder.http."));
    assertThat(with.spunForAgent()).isLessThanOrEqualTo(5);
    assertThat(with.names(loaded -> true))
        .doesNotContain("java.security.SecureRandom", "java.lang.runtime.ObjectMethods");
  }

  @Test
  void beforeTheFirstMethod_theJdkSpinsNothingForRecords() throws Exception {
    LoadedClasses with = runMethods().before(FirstMethod.Reached.class);

    assertThat(with.names(loaded -> true))
        .contains("io.heddle.weaver.MethodWeaving")
        .doesNotContain("java.lang.runtime.ObjectMethods");
    assertThat(with.spunForAgent()).isLessThanOrEqualTo(18);
  }

  @Test
  void atTheEnd_theJdkLoadsNoLocales() throws Exception {
    assertThat(runMethods().names(loaded -> true))
        .contains("io.heddle.recorder.self.Counters$Snapshot")
        .doesNotContain("java.util.Formatter");
  }

  private LoadedClasses runMethods() throws Exception {
    String name = FirstMethod.class.getName();
    return run(
        agent,
        FirstMethod.class,
        "-Dotel.metrics.exporter=none",
        "-Dheddle.methods=workflow:" + name + "[workflow];" + name + "[node]");
  }

  private static Set<String> ofTheJdk(LoadedClasses with, LoadedClasses without) {
    Set<String> names = new TreeSet<>(with.names(loaded -> !loaded.isOfAgent()));
    names.removeAll(without.names(loaded -> true));
    return names;
  }

  private Path emptyAgent() throws Exception {
    return Jars.agent(directory.resolve("empty.jar"), EmptyAgent.class);
  }

  private LoadedClasses run(Path underAgent, Class<?> main, String... options) throws Exception {
    Path log = directory.resolve("classes.txt");
    Path program =
        Jars.of(
            directory.resolve("program.jar"),
            Greeting.class,
            FirstNode.class,
            FirstNode.Reached.class,
            FirstMethod.class,
            FirstMethod.Reached.class);
    String classPath =
        String.join(
            File.pathSeparator,
            program.toString(),
            locationOf(StateGraph.class),
            locationOf(AsyncGenerator.class),
            locationOf(Logger.class));
    assertThat(
            Application.of(main)
                .on(classPath)
                .with(options)
                .with(
                    "-javaagent:" + underAgent,
                    "-Dotel.traces.exporter=none",
                    LoadedClasses.option(log))
                .run()
                .exitCode())
        .isZero();
    return LoadedClasses.read(log);
  }

  private static String locationOf(Class<?> type) {
    return AgentJar.locationOf(type).toString();
  }
}
