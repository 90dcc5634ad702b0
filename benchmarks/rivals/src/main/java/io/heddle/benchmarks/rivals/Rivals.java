package io.heddle.benchmarks.rivals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares what Heddle's agent and others cost the same program. */
@Command(
    name = "rivals",
    mixinStandardHelpOptions = true,
    description = "Runs a program under each agent in turn and prints what each of them cost.")
final class Rivals implements Callable<Integer> {
  /** What is measured. */
  enum Contest {
    LEAF,
    GRAPH,
    TOGGLED,
    HELLO,
    FIRST_RUN
  }

  @Parameters(description = "${COMPLETION-CANDIDATES}")
  private Contest contest = Contest.LEAF;

  @Option(names = "--java", description = "the JDK's folder; default: the one that runs this")
  private Path jdk = Path.of(System.getProperty("java.home"));

  @Option(names = "--heddle", defaultValue = "agent/bundle/target/heddle-agent.jar")
  private Path heddle = Path.of("");

  @Option(names = "--agents", defaultValue = "benchmarks/rivals/target/agents")
  private Path agents = Path.of("");

  @Option(names = "--rounds", defaultValue = "5")
  private int rounds;

  @Option(names = "--seconds", description = "warm-up and measurement each", defaultValue = "5")
  private int seconds;

  @Option(names = "--threads", defaultValue = "1")
  private int threads;

  @Option(names = "--only", description = "contenders whose name starts so; default: all")
  private String only = "";

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Rivals()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("rivals");
    try (SpanSink sink = SpanSink.start()) {
      Files.createDirectory(work.resolve(Contenders.KIEKER));
      Contenders contenders =
          new Contenders(heddle.toAbsolutePath(), agents.toAbsolutePath(), work, sink.endpoint());
      List<Contender> all =
          contest == Contest.TOGGLED ? contenders.toggled() : beside(contenders, work);
      System.out.println(table(new Rounds(sink, work).run(program(work), all, rounds)));
    }
    return 0;
  }

  private List<Contender> beside(Contenders contenders, Path work) throws IOException {
    Target target = contest == Contest.LEAF ? Target.LEAF : Target.GRAPH;
    List<Contender> all = new ArrayList<>();
    all.add(isStart() ? contenders.empty(EmptyAgent.jar(work)) : contenders.none());
    contenders.measuring(target).stream()
        .filter(contender -> contender.name().startsWith(only))
        .forEach(all::add);
    return all;
  }

  private boolean isStart() {
    return contest == Contest.HELLO || contest == Contest.FIRST_RUN;
  }

  private Table table(List<Rounds.Result> results) {
    return switch (contest) {
      case LEAF -> Tables.leaf(results);
      case GRAPH -> Tables.graph(results, 50);
      case TOGGLED -> Tables.toggled(results);
      case HELLO, FIRST_RUN -> Tables.start(results);
    };
  }

  private HostProgram program(Path work) throws IOException {
    String time = String.valueOf(seconds);
    return switch (contest) {
      case LEAF ->
          program(
              work,
              "LeafProgram",
              String.valueOf(threads),
              time,
              String.valueOf(seconds * 90),
              "10000");
      case GRAPH -> program(work, "GraphProgram", time, time);
      case TOGGLED -> program(work, "ToggledProgram", time, time);
      case HELLO -> program(work, "Hello");
      case FIRST_RUN -> program(work, "GraphProgram", "0", "0");
    };
  }

  private HostProgram program(Path work, String main, String... arguments) throws IOException {
    return new HostProgram(
        jdk.resolve("bin/java"),
        classPath(work),
        "io.heddle.benchmarks.host." + main,
        List.of(arguments));
  }

  /**
   * What this runs on, less what only this needs. The empty agent must not be found there: the JVM
   * would never open its jar, which it does with any other agent's.
   */
  private static String classPath(Path work) throws IOException {
    Path host = HostClasses.copy(Files.createDirectories(work.resolve("host")));
    return Stream.concat(
            Stream.of(host.toString()),
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> !entry.contains("picocli") && !entry.contains("protobuf")))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
