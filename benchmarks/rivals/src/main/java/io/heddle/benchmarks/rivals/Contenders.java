package io.heddle.benchmarks.rivals;

import io.heddle.benchmarks.rivals.Contender.Records;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The contenders, each told to measure the same two methods.
 *
 * @param heddle the agent of this project
 * @param rivals folder with the other agents' jars
 * @param work an empty folder for what they write
 * @param endpoint of the OTLP sink
 */
record Contenders(Path heddle, Path rivals, Path work, String endpoint) {
  /** Folder that Kieker writes below; it must exist. */
  static final String KIEKER = "kieker";

  private static final Records NOWHERE = new Records.Nowhere();

  /** A JVM without any agent. */
  Contender none() {
    return new Contender("no agent", List.of(), Map.of(), NOWHERE);
  }

  /** An agent that does nothing at all: the price of any agent. */
  Contender empty(Path jar) {
    return new Contender("empty agent", List.of("-javaagent:" + jar), Map.of(), NOWHERE);
  }

  List<Contender> measuring(Target target) {
    return List.of(
        heddle(target, true),
        heddle(target, false),
        openTelemetry(target, true),
        openTelemetry(target, false),
        kieker(target),
        elastic(target));
  }

  /** This project's agent, where the program reaches its switch; and none, for what chance does. */
  List<Contender> toggled() {
    return List.of(
        none(),
        heddle(Target.GRAPH, true).with("--add-opens=java.base/java.lang=ALL-UNNAMED"),
        heddle(Target.GRAPH, false).with("--add-opens=java.base/java.lang=ALL-UNNAMED"));
  }

  private Contender heddle(Target target, boolean exporting) {
    String methods =
        target.equals(Target.GRAPH)
            ? "" // the engine is known
            : "workflow:"
                + target.outer().type()
                + "["
                + target.outer().name()
                + "];"
                + target.inner().type()
                + "["
                + target.inner().name()
                + "]";
    return new Contender(
        exporting ? "Heddle" : "Heddle, no export",
        List.of(
            "-javaagent:" + heddle,
            "-Dheddle.methods=" + methods,
            "-Dotel.traces.exporter=" + (exporting ? "otlp" : "none"),
            "-Dotel.exporter.otlp.protocol=http/protobuf",
            "-Dotel.exporter.otlp.endpoint=" + endpoint),
        Map.of(),
        exporting ? new Records.ToSink() : NOWHERE);
  }

  private Contender openTelemetry(Target target, boolean exporting) {
    return new Contender(
        exporting ? "OpenTelemetry 2.33.1" : "OpenTelemetry, no export",
        List.of(
            "-javaagent:" + rivals.resolve("opentelemetry-javaagent.jar"),
            "-Dotel.instrumentation.methods.include=" + target.as("%s[%s]", ";"),
            "-Dotel.metrics.exporter=none",
            "-Dotel.logs.exporter=none",
            "-Dotel.traces.exporter=" + (exporting ? "otlp" : "none"),
            "-Dotel.exporter.otlp.protocol=http/protobuf",
            "-Dotel.exporter.otlp.endpoint=" + endpoint),
        Map.of(),
        exporting ? new Records.ToSink() : NOWHERE);
  }

  private Contender kieker(Target target) {
    Path folder = work.resolve(KIEKER);
    String files = "kieker.monitoring.writer.filesystem.";
    return new Contender(
        "Kieker 2.0.2, binary file",
        List.of(
            "-javaagent:" + rivals.resolve("kieker-bytebuddy.jar"),
            "-D" + files + "FileWriter.customStoragePath=" + folder,
            "-D" + files + "FileWriter.logStreamHandler=" + files + "BinaryLogStreamHandler",
            "-D" + files + "FileWriter.maxEntriesInFile=100000000",
            "-Dkieker.monitoring.metadata=false"),
        Map.of("KIEKER_SIGNATURES_INCLUDE", target.kieker()),
        new Records.ToFiles(folder));
  }

  private Contender elastic(Target target) {
    return new Contender(
        "Elastic 1.52.0, no server",
        List.of(
            "-javaagent:" + rivals.resolve("elastic-apm-agent.jar"),
            "-Delastic.apm.trace_methods=" + target.as("%s#%s", ","),
            "-Delastic.apm.disable_send=true",
            "-Delastic.apm.log_level=ERROR",
            "-Delastic.apm.transaction_max_spans=100000",
            "-Delastic.apm.cloud_provider=NONE",
            "-Delastic.apm.central_config=false"),
        Map.of(),
        NOWHERE);
  }
}
