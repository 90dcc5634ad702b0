package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the real agent over loopback to the report. */
final class DemoIT {
  private static final int RUNS = 4;
  @TempDir private Path directory;

  @Test
  void demo_reportsOnEveryRunAndKeepsTheSpans() throws Exception {
    Launcher launcher = Launcher.from(directory);
    Launcher.Ended demo =
        launcher.run(
            Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1", "OTEL_SDK_DISABLED", "true"),
            "demo",
            "--runs=" + RUNS,
            "--grpc-port=0",
            "--http-port=0",
            "--ui-port=0",
            "--save=spans.otlp");
    assertThat(demo.err()).contains("report: " + directory.resolve("heddle-report.html").toUri());
    assertThat(demo.code()).isZero();
    assertThat(demo.out()).contains("answer-customer-mail", RUNS + " runs");
    assertThat(directory.resolve("heddle-report.html")).content().contains("answer-customer-mail");
    assertThat(launcher.run(Map.of(), "analyze", "spans.otlp").out()).isEqualTo(demo.out());
  }
}
