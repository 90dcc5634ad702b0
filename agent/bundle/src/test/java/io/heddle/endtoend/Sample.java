package io.heddle.endtoend;

import com.example.mailroom.Main;
import io.heddle.instrumentation.testkit.AgentJar;
import io.heddle.instrumentation.testkit.Application;
import io.heddle.instrumentation.testkit.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The packaged sample application, alone or under the packaged agent. */
final class Sample {
  /** Enough mails for every kind of them, and for one that fails. */
  static final int RUNS = 12;

  static final String WORKFLOW = "answer-customer-mail";

  private final Application application;

  private Sample(Application application) {
    this.application = application;
  }

  static Sample alone() {
    return new Sample(
        Application.of(Main.class, "--runs", Integer.toString(RUNS))
            .on(AgentJar.locationOf(Main.class).toString()));
  }

  /** The same, writing the durations of its steps to {@code file}. */
  Sample timedBy(Path file) {
    List<String> command =
        Stream.concat(application.command().stream(), Stream.of("--timings", file.toString()))
            .toList();
    return new Sample(
        new Application(
            command, application.classPath(), application.options(), application.javaHome()));
  }

  /** The same with the flag a user would type, sending to {@code endpoint}. */
  Sample underAgent(String protocol, String endpoint) {
    return new Sample(
        application.with(
            "-javaagent:" + agent(),
            "-Dotel.service.name=mailroom",
            "-Dotel.exporter.otlp.protocol=" + protocol,
            "-Dotel.exporter.otlp.endpoint=" + endpoint));
  }

  static Path agent() {
    Path jar = Path.of(System.getProperty(AgentJar.PROPERTY, "target/heddle-agent.jar"));
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(jar.toAbsolutePath() + " is missing: run 'mvn verify'");
    }
    return jar.toAbsolutePath();
  }

  Outcome run() throws Exception {
    return application.run();
  }
}
