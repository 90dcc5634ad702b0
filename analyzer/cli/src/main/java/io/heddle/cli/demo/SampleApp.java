package io.heddle.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** The sample application under the agent, in a JVM of its own. Ends with this object. */
public final class SampleApp implements AutoCloseable {
  /** The service name that the spans carry. */
  public static final String SERVICE = "mailroom";

  private static final List<String> FOREIGN_SETTINGS =
      List.of("OTEL_", "HEDDLE_", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");
  private final Process process;
  private final Path log;

  private SampleApp(Process process, Path log) {
    this.process = process;
    this.log = log;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "heddle-sample"));
  }

  /**
   * Starts it.
   *
   * @param endpoint where the agent sends spans, OTLP over HTTP
   * @throws IOException if no process can be started
   */
  public static SampleApp start(Path agentJar, Path sampleJar, int runs, String endpoint)
      throws IOException {
    Path log = Files.createTempFile("heddle-demo-", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-javaagent:" + agentJar,
            "-jar",
            sampleJar.toString(),
            "--runs",
            Integer.toString(runs));
    settings(builder.environment(), endpoint);
    return new SampleApp(builder.redirectError(log.toFile()).start(), log);
  }

  /** The user's own settings for other programs must not reach the demonstration. */
  private static void settings(Map<String, String> environment, String endpoint) {
    environment.keySet().removeIf(name -> FOREIGN_SETTINGS.stream().anyMatch(name::startsWith));
    environment.put("OTEL_SERVICE_NAME", SERVICE);
    environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint);
  }

  /**
   * Waits for the end, telling each time how many runs are done.
   *
   * @return the application's exit code
   */
  public int await(LongConsumer done) throws IOException, InterruptedException {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (long runs = 1; lines.readLine() != null; runs++) {
        done.accept(runs);
      }
    }
    return process.waitFor();
  }

  /** Where the application's messages are. */
  public Path log() {
    return log;
  }

  /** Removes the messages of an application that did well. */
  public void forgetLog() throws IOException {
    Files.deleteIfExists(log);
  }

  /** Stops the application if it still runs. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
