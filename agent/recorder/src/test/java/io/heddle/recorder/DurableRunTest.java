package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two recorders stand for two workers that know nothing of each other. */
class DurableRunTest {
  private static final Instant BEGUN = Instant.ofEpochSecond(1_700_000_000, 5);

  private OtlpSink sink;
  private Recorder first;
  private Recorder second;

  @BeforeEach
  void start() throws Exception {
    sink = OtlpSink.start();
    first = sink.recorder();
    second = sink.recorder();
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
    sink.close();
  }

  private static Run run(Recorder recorder, String id) {
    return recorder.beginRun(
        recorder.workflow("temporal", "order", null), new DurableRun(id, BEGUN));
  }

  private static long execute(Recorder recorder, Run run, String executionId) {
    Node node = run.workflow().node("charge", "tool");
    long id = run.spanId(executionId, 1);
    recorder.lane().end(recorder.lane().begin(run, node, id), null);
    return id;
  }

  @Test
  void workers_writeOneTraceWithOneRoot() {
    Run begun = run(first, "order-7");
    long id = execute(first, begun, "activity-1");
    Run takenOver = run(second, "order-7");
    long sameId = execute(second, takenOver, "activity-1");
    execute(second, takenOver, "activity-2");
    takenOver.end(null);
    first.close();
    second.close();

    assertThat(sameId).isEqualTo(id);
    List<Span> spans = sink.spans();
    assertThat(spans).hasSize(4);
    assertThat(spans).extracting(Span::getTraceId).containsOnly(spans.get(0).getTraceId());
    Span root = sink.span("order");
    assertThat(root.getStartTimeUnixNano()).isEqualTo(1_700_000_000_000_000_005L);
    assertThat(spans)
        .filteredOn(span -> span.getName().equals("charge"))
        .allMatch(span -> span.getParentSpanId().equals(root.getSpanId()))
        .extracting(Span::getSpanId)
        .hasSize(3)
        .element(0)
        .satisfies(written ->
            assertThat(HexFormat.of().formatHex(written.toByteArray()))
                .isEqualTo(HexFormat.of().toHexDigits(id)));
    assertThat(OtlpSink.attributes(root.getAttributesList()))
        .containsEntry("heddle.run.id", "order-7");
  }

  @Test
  void derivedTraceId_doesNotClaimToBeRandom() {
    run(first, "order-7").end(null);
    first.beginRun(first.workflow("temporal", "random", null)).end(null);
    first.close();

    assertThat(sink.span("order").getFlags() & 0xff).isEqualTo(1);
    assertThat(sink.span("random").getFlags() & 0xff).isEqualTo(3);
  }

  @Test
  void ids_differWhereAnythingDiffers() {
    Run run = run(first, "order-7");
    Set<Object> ids = new HashSet<>();
    ids.add(run.traceId());
    ids.add(run(first, "order-8").traceId());
    ids.add(other("temporalo", "rder-7").traceId());
    ids.add(other("temporal", "order-").traceId());
    assertThat(ids).hasSize(4);
    assertThat(
            Set.of(
                run.spanId("a", 1),
                run.spanId("a", 2),
                run.spanId("b", 1),
                run(first, "order-8").spanId("a", 1),
                run.parentSpanId()))
        .hasSize(5)
        .doesNotContain(0L);
  }

  private Run other(String engine, String id) {
    return first.beginRun(first.workflow(engine, "order", null), new DurableRun(id, null));
  }

  @Test
  void ids_areThoseOfEveryRelease() {
    Run run = run(first, "order-7");
    assertThat(run.traceId()).isEqualTo("1c44f44a885cd422aad7fe328a21a474");
    assertThat(run.spanId("activity-1", 1)).isEqualTo(0xa0b660b3204efb0dL);
  }

  @Test
  void rootThatBeganInTheFutureOfThisClock_beginsNow() {
    Instant future = Instant.now().plusSeconds(1_000);
    first
        .beginRun(first.workflow("temporal", "order", null), new DurableRun("x", future))
        .end(null);
    first.close();
    Span root = sink.span("order");
    assertThat(root.getStartTimeUnixNano()).isLessThanOrEqualTo(root.getEndTimeUnixNano());
  }
}
