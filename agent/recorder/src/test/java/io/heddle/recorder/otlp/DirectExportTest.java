package io.heddle.recorder.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.export.BatchLimits;
import io.heddle.recorder.export.CommonText;
import io.heddle.recorder.export.Delivery;
import io.heddle.recorder.export.Origin;
import io.heddle.recorder.export.SpanCounts;
import io.heddle.recorder.export.SpanSink;
import io.heddle.recorder.export.TraceContext;
import io.heddle.recorder.http.ScriptedServer;
import io.heddle.recorder.http.ScriptedServer.Script;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DirectExportTest {
  private static final Backoff QUICK = new Backoff(1, 5);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
  private static final TraceContext TRACE = new TraceContext(1, 2, (byte) 3, "");

  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final Tally tally = new Tally();
  private final AtomicInteger unsent = new AtomicInteger();

  private static final class Tally implements SpanCounts {
    private final AtomicInteger exported = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    @Override
    public void exported(int spans) {
      exported.addAndGet(spans);
    }

    @Override
    public void failed(int spans) {
      failed.addAndGet(spans);
    }

    @Override
    public void discarded(int spans) {
      throw new AssertionError("who tells counts what there is no room for");
    }
  }

  private DirectExport export(ScriptedServer server, Map<String, String> telemetry) {
    Map<String, String> settings = new TreeMap<>(telemetry);
    settings.put("otel.exporter.otlp.endpoint", "http://localhost:" + server.port());
    settings.putIfAbsent("otel.bsp.max.export.batch.size", "10");
    DirectExport.Way way =
        new DirectExport.Way(
            Destination.of(settings, Signal.TRACES),
            BatchLimits.of(settings),
            QUICK,
            new Delivery("there", warnings::add, reason -> {}));
    return new DirectExport(way, new Origin(new TreeMap<>(), "io.heddle", "1"), tally);
  }

  private void tell(DirectExport export, String name) {
    SpanSink sink = export.spans();
    sink.begin(TRACE, 1, 0);
    sink.describe(new CommonText(name), SpanSink.Kind.INTERNAL);
    sink.time(1, 2);
    sink.end(unsent::incrementAndGet);
  }

  private void tell(DirectExport export, int spans) {
    for (int i = 0; i < spans; i++) {
      tell(export, "a");
    }
  }

  private static void respond(OutputStream out, String head, byte[] body) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    String lines = "HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n".formatted(head, body.length);
    answer.writeBytes(lines.getBytes(StandardCharsets.UTF_8));
    answer.writeBytes(body);
    out.write(answer.toByteArray());
  }

  private static Script always(String head) {
    return (request, body, out) -> {
      respond(out, head, new byte[0]);
      return true;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"429 Slow", "502 Gone", "503 Busy\r\nRetry-After: 0", "504 Late"})
  void collectorThatIsBusy_isAskedAgain(String busy) throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start((request, body, out) -> {
          respond(out, request < 4 ? busy : "200 OK", new byte[0]);
          return true;
        })) {
      DirectExport export = export(server, Map.of());
      tell(export, 10);
      awaitSettled(10);
      export.close(PATIENCE);
      assertThat(server.requests()).isEqualTo(4);
      assertThat(tally.exported).hasValue(10);
      assertThat(warnings).isEmpty();
    }
  }

  private void awaitSettled(int spans) throws InterruptedException {
    while (tally.exported.get() + tally.failed.get() < spans) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  @Test
  void collectorThatStaysBusy_isAskedFiveTimes() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(always("503 Busy"))) {
      DirectExport export = export(server, Map.of());
      tell(export, 10);
      awaitSettled(10);
      export.close(PATIENCE);
      assertThat(server.requests()).isEqualTo(5);
      assertThat(tally.failed).hasValue(10);
      assertThat(unsent).hasValue(10);
      assertThat(warnings).singleElement().asString().contains("there", "503");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "400 Bad",
        "401 Who",
        "404 Where",
        "500 Oops",
        "302 Found\r\nLocation: http://localhost:1/"
      })
  void collectorThatRefuses_isNotAskedAgain(String head) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(always(head))) {
      DirectExport export = export(server, Map.of());
      tell(export, 10);
      awaitSettled(10);
      export.close(PATIENCE);
      assertThat(server.requests()).isEqualTo(1);
      assertThat(tally.failed).hasValue(10);
      assertThat(warnings).singleElement().asString().contains(head.substring(0, 3));
    }
  }

  @Test
  void partialSuccess_isCountedAndToldOnce() throws Exception {
    byte[] answer =
        ExportTraceServiceResponse.newBuilder()
            .setPartialSuccess(
                ExportTracePartialSuccess.newBuilder()
                    .setRejectedSpans(3)
                    .setErrorMessage("too\nold"))
            .build()
            .toByteArray();
    try (ScriptedServer server =
        ScriptedServer.start((request, body, out) -> {
          respond(out, "200 OK", answer);
          return true;
        })) {
      DirectExport export = export(server, Map.of());
      tell(export, 20);
      export.close(PATIENCE);
      assertThat(tally.exported).hasValue(14);
      assertThat(tally.failed).hasValue(6);
      assertThat(warnings).singleElement().asString().contains("3 spans", "too old");
    }
  }

  @Test
  void stuckCollector_blocksNobodyAndBoundsWhatWaits() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch stuck = new CountDownLatch(1);
    try (ScriptedServer server =
        ScriptedServer.start((request, body, out) -> {
          asked.countDown();
          stuck.await();
          return false;
        })) {
      DirectExport export = export(server, Map.of("otel.bsp.max.queue.size", "100"));
      int told = 0;
      while (export.hasRoom()) {
        tell(export, 1);
        export.doWork();
        told++;
      }
      assertThat(told).isEqualTo(100);
      assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
      export.close(TimeUnit.MILLISECONDS.toNanos(100));
      assertThat(tally.failed).hasValue(100);
      assertThat(warnings).singleElement().asString().contains("no answer in time");
      stuck.countDown();
    }
  }

  @Test
  void faultsOfEveryKind_leaveNoSpanUncounted() throws Exception {
    Random random = new Random(11);
    AtomicInteger taken = new AtomicInteger();
    try (ScriptedServer server =
        ScriptedServer.start((request, body, out) -> {
          int fault;
          synchronized (random) {
            fault = random.nextInt(8);
          }
          return misbehave(fault, body, out, taken);
        })) {
      DirectExport export = export(server, Map.of("otel.bsp.max.export.batch.size", "7"));
      for (int i = 0; i < 1_000; i++) {
        tell(export, 1);
        export.doWork();
      }
      export.close(PATIENCE);
      assertThat(tally.exported.get() + tally.failed.get()).isEqualTo(1_000);
      assertThat(tally.exported.get()).isPositive().isLessThanOrEqualTo(taken.get());
      assertThat(unsent).hasValue(tally.failed.get());
    }
  }

  private static boolean misbehave(int fault, byte[] body, OutputStream out, AtomicInteger taken)
      throws IOException {
    switch (fault) {
      case 0 -> respond(out, "503 Busy", new byte[0]);
      case 1 -> respond(out, "400 Bad", new byte[] {18, 3, 'n', 'o', '!'});
      case 2 -> out.write("HTTP/1.1 200 OK\r\nContent-Le".getBytes(StandardCharsets.UTF_8));
      case 3 -> out.write(new byte[] {1, 2, 3, '\n', 4, '\n'});
      case 4 -> {
        taken.addAndGet(spans(body));
        respond(out, "200 OK", new byte[100_000]);
      }
      default -> {
        taken.addAndGet(spans(body));
        respond(out, "200 OK", new byte[0]);
      }
    }
    return fault != 2 && fault != 3;
  }

  private static int spans(byte[] body) throws IOException {
    return ExportTraceServiceRequest.parseFrom(body)
        .getResourceSpans(0)
        .getScopeSpans(0)
        .getSpansCount();
  }

  @Test
  void request_doesNotOutgrowItsBound() throws Exception {
    List<Integer> sizes = new CopyOnWriteArrayList<>();
    AtomicInteger arrived = new AtomicInteger();
    try (ScriptedServer server =
        ScriptedServer.start((request, body, out) -> {
          sizes.add(body.length);
          arrived.addAndGet(spans(body));
          respond(out, "200 OK", new byte[0]);
          return true;
        })) {
      DirectExport export = export(server, Map.of("otel.bsp.max.export.batch.size", "512"));
      String large = "x".repeat(1_500_000);
      for (int i = 0; i < 7; i++) {
        tell(export, large);
      }
      tell(export, "y".repeat(5_000_000));
      export.close(PATIENCE);
      assertThat(arrived).hasValue(8);
      assertThat(sizes).filteredOn(size -> size > Outgoing.MAX_REQUEST).hasSize(1);
      assertThat(sizes).hasSizeLessThanOrEqualTo(5);
    }
  }
}
