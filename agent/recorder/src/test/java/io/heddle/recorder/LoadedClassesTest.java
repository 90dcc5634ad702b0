package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which classes a process has loaded in the end, by the JVM's own log. */
@Timeout(120)
class LoadedClassesTest {
  private static final Pattern LOADED = Pattern.compile("([\\w.$]+) source: .*");
  private static final String SENDING = "io\\.heddle\\.recorder\\.(otlp|http|sdk|protobuf)\\..*";
  private static final String OPEN_TELEMETRY = "io\\.opentelemetry\\..*|okhttp3\\..*";

  @TempDir Path folder;

  /** Lines of the program, and names of classes, in order. */
  private List<String> output(OtlpSink sink, String protocol) throws Exception {
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout:none",
                "-cp",
                System.getProperty("java.class.path"),
                ExportOnce.class.getName(),
                sink.endpoint(),
                protocol)
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readAllLines(out, StandardCharsets.UTF_8).stream()
        .map(LoadedClassesTest::classOrLine)
        .toList();
  }

  private static String classOrLine(String line) {
    Matcher matcher = LOADED.matcher(line);
    return matcher.matches() ? matcher.group(1) : line;
  }

  @Test
  void directWay_loadsNothingOfOpenTelemetry() throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      List<String> output = output(sink, "http/protobuf");
      assertThat(sink.spans()).hasSize(2);
      assertThat(output)
          .contains("io.heddle.recorder.otlp.DirectExport")
          .noneMatch(name -> name.matches(OPEN_TELEMETRY));
    }
  }

  @Test
  void untilTheFirstRun_nothingThatSendsIsLoaded() throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      List<String> output = output(sink, "http/protobuf");
      assertThat(output.subList(0, output.indexOf(ExportOnce.BEFORE_RUN)))
          .contains("io.heddle.recorder.Recorder")
          .noneMatch(name -> name.matches(SENDING + "|java\\.nio\\.channels\\.SocketChannel"));
    }
  }

  @Test
  void otherProtocol_isLeftToOpenTelemetry() throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      assertThat(output(sink, "grpc"))
          .contains("io.heddle.recorder.sdk.SdkExport")
          .anyMatch(name -> name.matches(OPEN_TELEMETRY))
          .doesNotContain("io.heddle.recorder.otlp.DirectExport$Way");
    }
  }
}
