package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.self.Counters;
import io.heddle.recorder.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DeliveryTest {
  private final ByteArrayOutputStream captured = new ByteArrayOutputStream();
  private final PrintStream stderr = System.err;

  @BeforeEach
  void capture() {
    System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setErr(stderr);
  }

  private List<String> ourLines() {
    return captured
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("[heddle] "))
        .toList();
  }

  /** Ten runs of one node each, in batches of two spans. */
  private static Counters.Snapshot tenRuns(String endpoint) {
    Recorder recorder =
        Recorder.create(
            Settings.of(
                Map.of(
                    "otel.exporter.otlp.endpoint",
                    endpoint,
                    "otel.bsp.max.export.batch.size",
                    "2")));
    Workflow workflow = recorder.workflow("testengine", "mail", null);
    for (int i = 0; i < 10; i++) {
      Run run = recorder.beginRun(workflow);
      recorder.lane().end(recorder.lane().begin(run, workflow.node("a", "code")), null);
      run.end(null);
    }
    recorder.close();
    return recorder.counters().snapshot();
  }

  private static void assertAccounted(Counters.Snapshot counts) {
    assertThat(counts.recorded()).isEqualTo(20);
    assertThat(counts.exported() + counts.failed() + counts.discarded()).isEqualTo(20);
    assertThat(counts.errors()).isZero();
  }

  @Test
  void collectorThatTakesAll_isToldNothingMore() throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      Counters.Snapshot counts = tenRuns(sink.endpoint());
      assertAccounted(counts);
      assertThat(counts.exported()).isEqualTo(20);
      assertThat(sink.spans()).hasSize(20);
      assertThat(ourLines()).isEmpty();
    }
  }

  @Test
  void nobodyListening_isOneLineAndACount() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Counters.Snapshot counts = tenRuns("http://localhost:" + port);
    assertAccounted(counts);
    assertThat(counts.failed()).isEqualTo(20);
    assertThat(ourLines())
        .singleElement()
        .asString()
        .contains("http://localhost:" + port + "/v1/traces");
  }

  @Test
  void refusingCollector_isOneLineAndACount() throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      sink.answer(400, (byte) 1, (byte) 2);
      Counters.Snapshot counts = tenRuns(sink.endpoint());
      assertAccounted(counts);
      assertThat(counts.failed()).isEqualTo(20);
      assertThat(ourLines()).hasSize(1);
    }
  }

  /** The second goes through OpenTelemetry's exporter. */
  @ParameterizedTest
  @CsvSource({
    "http://localhost:%d/in?key=hidden, http://localhost:%d/in?***",
    "http://me:hidden@localhost:%d/in, http://***@localhost:%d/in"
  })
  void refusal_isToldWithItsReasonAndWithoutWhatIsSecret(String endpoint, String shown)
      throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      sink.answer(413);
      int port = sink.port();
      Settings settings =
          Settings.of(Map.of("otel.exporter.otlp.traces.endpoint", endpoint.formatted(port)));
      Recorder recorder = Recorder.create(settings);
      recorder.beginRun(recorder.workflow("testengine", "mail", null)).end(null);
      recorder.close();
      assertThat(ourLines())
          .singleElement()
          .asString()
          .contains(shown.formatted(port) + " (HTTP status 413)")
          .doesNotContain("hidden");
    }
  }

  @Test
  void garbageInAnAnswer_changesNothing() throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      sink.answer(200, "\u0001garbage".getBytes(StandardCharsets.UTF_8));
      Counters.Snapshot counts = tenRuns(sink.endpoint());
      assertAccounted(counts);
      assertThat(counts.exported()).isEqualTo(20);
      assertThat(ourLines()).isEmpty();
    }
  }

  @Test
  void answerThatBreaksOff_isAFailure() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread rude = new Thread(() -> breakOff(server));
      rude.setDaemon(true);
      rude.start();
      Counters.Snapshot counts = tenRuns("http://localhost:" + server.getLocalPort());
      assertAccounted(counts);
      assertThat(counts.failed()).isEqualTo(20);
      assertThat(ourLines()).hasSize(1);
    }
  }

  private static void breakOff(ServerSocket server) {
    while (!server.isClosed()) {
      try (var socket = server.accept()) {
        socket
            .getOutputStream()
            .write("HTTP/1.1 200 OK\r\nContent-Le".getBytes(StandardCharsets.UTF_8));
      } catch (java.io.IOException e) {
        return;
      }
    }
  }

  @Test
  void unknownProtocol_isNamedInTheOneLine() {
    Recorder recorder =
        Recorder.create(Settings.of(Map.of("otel.exporter.otlp.protocol", "carrier-pigeon")));
    recorder.beginRun(recorder.workflow("testengine", "mail", null)).end(null);
    recorder.close();
    assertThat(recorder.counters().snapshot().failed()).isEqualTo(1);
    assertThat(ourLines()).singleElement().asString().contains("carrier-pigeon");
  }

  /** As somebody else in the process may need it; the second is OpenTelemetry's own exporter. */
  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:%d", "http://user:word@localhost:%d"})
  void severalExporters_areServedByOtlp(String endpoint) throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      Map<String, String> settings =
          Map.of(
              "otel.exporter.otlp.endpoint", endpoint.formatted(sink.port()),
              "otel.traces.exporter", "console, otlp",
              "otel.metrics.exporter", "otlp,prometheus");
      Recorder recorder = Recorder.create(Settings.of(settings));
      recorder.beginRun(recorder.workflow("testengine", "mail", null)).end(null);
      recorder.close();
      assertThat(sink.spans()).hasSize(1);
      assertThat(sink.metrics()).isNotEmpty();
      assertThat(ourLines()).isEmpty();
    }
  }

  @Test
  void noExporter_discardsInSilence() {
    Recorder recorder = Recorder.create(Settings.of(Map.of("otel.traces.exporter", "none")));
    recorder.beginRun(recorder.workflow("testengine", "mail", null)).end(null);
    recorder.close();
    assertThat(recorder.counters().snapshot().discarded()).isEqualTo(1);
    assertThat(ourLines()).isEmpty();
  }

  @Test
  void debugLog_endsWithTheCounters() {
    Recorder recorder =
        Recorder.create(
            Settings.of(
                Map.of(
                    "otel.traces.exporter", "none",
                    "otel.metrics.exporter", "none",
                    "heddle.log", "debug")));
    recorder.beginRun(recorder.workflow("testengine", "mail", null)).end(null);
    recorder.close();
    recorder.close();
    assertThat(ourLines()).singleElement().asString().contains("recorded 1", "dropped 0");
  }
}
