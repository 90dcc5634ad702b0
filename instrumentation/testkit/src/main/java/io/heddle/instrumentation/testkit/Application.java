package io.heddle.instrumentation.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A program to start in a JVM of its own. Immutable; every method returns a changed copy.
 *
 * @param command what follows {@code -cp ...}: main class and arguments
 * @param classPath of the program
 * @param options of the JVM
 * @param javaHome the JDK to run on
 * @param environment added to that of this process
 */
public record Application(
    List<String> command,
    String classPath,
    List<String> options,
    Path javaHome,
    Map<String, String> environment) {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** A program in the environment of this process. */
  public Application(List<String> command, String classPath, List<String> options, Path javaHome) {
    this(command, classPath, options, javaHome, Map.of());
  }

  /** The main method of {@code main}, on this JVM's class path without any module of Heddle. */
  public static Application of(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(main.getName());
    command.addAll(Arrays.asList(arguments));
    return new Application(
        List.copyOf(command),
        withoutHeddle(System.getProperty("java.class.path")),
        List.of(),
        Path.of(System.getProperty("java.home")));
  }

  private static String withoutHeddle(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator, -1))
        .filter(element -> !Path.of(element).endsWith(Path.of("target", "classes")))
        .filter(element -> !Path.of(element).getFileName().toString().startsWith("heddle-"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The same with more JVM options, {@code -Dname=value} and the like. */
  public Application with(String... more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(Arrays.asList(more));
    return new Application(command, classPath, List.copyOf(all), javaHome, environment);
  }

  /** The same under {@code agent}, with the modules in {@code extensions} and its log in full. */
  public Application under(Path agent, Path... extensions) {
    String paths =
        Arrays.stream(extensions)
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    return with("-javaagent:" + agent, "-Dheddle.log=debug", "-Dheddle.extensions=" + paths);
  }

  /** The same sending its spans to {@code sink}. */
  public Application exportingTo(OtlpSink sink) {
    return with(
        "-Dotel.exporter.otlp.protocol=http/protobuf",
        "-Dotel.exporter.otlp.endpoint=" + sink.endpoint());
  }

  /** The same on another class path. */
  public Application on(String otherClassPath) {
    return new Application(command, otherClassPath, options, javaHome, environment);
  }

  /** The same with these variables instead of any given before. */
  public Application in(Map<String, String> variables) {
    return new Application(command, classPath, options, javaHome, Map.copyOf(variables));
  }

  /**
   * Runs the program to its end.
   *
   * @throws AssertionError if it does not end in time; it is killed then
   */
  public Outcome run() throws IOException, InterruptedException {
    Path out = Files.createTempFile("heddle-out", ".txt");
    Path err = Files.createTempFile("heddle-err", ".txt");
    try {
      Process process = start(out, err);
      try {
        boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        String printed = Files.readString(out);
        String complained = Files.readString(err);
        if (!ended) {
          throw new AssertionError(
              "still running after " + PATIENCE + ":\n" + printed + complained);
        }
        return new Outcome(process.exitValue(), printed, complained);
      } finally {
        process.destroyForcibly();
      }
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private Process start(Path out, Path err) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(javaHome.resolve("bin").resolve("java").toString());
    line.add("-Dheddle.status.dir=off"); // unless the options say otherwise
    line.addAll(options);
    line.add("-cp");
    line.add(classPath);
    line.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name ->
            name.startsWith("OTEL_")
                || name.startsWith("HEDDLE_")
                || name.equals("JAVA_TOOL_OPTIONS"));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
