package io.heddle.endtoend;

import io.heddle.endtoend.BesideOpenTelemetryAgentIT.Order;
import io.heddle.instrumentation.testkit.AgentJar;
import io.heddle.instrumentation.testkit.Application;
import io.heddle.instrumentation.testkit.OtlpSink;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@link TracedProgram} with an OpenTelemetry of another version than the agent's own. */
final class Traced {
  private static final Path OPENTELEMETRY = Path.of("target", "opentelemetry").toAbsolutePath();

  private Traced() {}

  /** Alone, with the application's OpenTelemetry on its class path. */
  static Application alone(OtlpSink sink, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(sink.endpoint() + "/ping"));
    arguments.addAll(List.of(more));
    return Application.of(TracedProgram.class, arguments.toArray(String[]::new)).on(classPath());
  }

  /** Under our agent alone; the application registers an SDK of its own. */
  static Application underHeddle(OtlpSink sink, String... more) throws IOException {
    return alone(sink, more).with("-javaagent:" + Sample.agent()).exportingTo(sink);
  }

  static Application underBoth(Order order, OtlpSink sink) throws IOException {
    String other = "-javaagent:" + OPENTELEMETRY.resolve("opentelemetry-javaagent.jar");
    Application both =
        order == Order.HEDDLE_FIRST
            ? alone(sink).with("-javaagent:" + Sample.agent(), other)
            : alone(sink).with(other, "-javaagent:" + Sample.agent());
    return both.exportingTo(sink).with("-Dotel.metrics.exporter=none", "-Dotel.logs.exporter=none");
  }

  private static String classPath() throws IOException {
    List<String> elements = new ArrayList<>();
    elements.add(AgentJar.locationOf(TracedProgram.class).toString());
    try (Stream<Path> jars = Files.list(OPENTELEMETRY.resolve("application"))) {
      jars.map(Path::toString).sorted().forEach(elements::add);
    }
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(element -> isOfTheProgram(Path.of(element).getFileName().toString()))
        .forEach(elements::add);
    return String.join(File.pathSeparator, elements);
  }

  private static boolean isOfTheProgram(String file) {
    return Stream.of("langgraph4j-", "h2-", "async-generator", "slf4j-api", "jackson-")
        .anyMatch(file::startsWith);
  }
}
