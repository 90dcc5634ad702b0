package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.settings.Settings;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run whose end nobody saw ends where it was last heard of, however late that is found out. */
class AbandonedRunTest {
  private OtlpSink sink;
  private Recorder recorder;
  private Workflow workflow;
  private Node node;

  @BeforeEach
  void start() throws Exception {
    sink = OtlpSink.start();
    recorder = Recorder.create(Settings.of(Map.of("otel.exporter.otlp.endpoint", sink.endpoint())));
    workflow = recorder.workflow("testengine", "mail", null);
    node = workflow.node("a", "code");
  }

  @AfterEach
  void stop() {
    recorder.close();
    sink.close();
  }

  private void visit(Run run, Node visited) {
    Lane lane = recorder.lane();
    lane.end(lane.begin(run, visited), null);
  }

  private static Map<String, Object> attributes(Span span) {
    return OtlpSink.attributes(span.getAttributesList());
  }

  @Test
  void root_endsWithTheLastThingRecordedAndSaysSo() {
    Run run = recorder.beginRun(workflow);
    Run other = recorder.beginRun(recorder.workflow("testengine", "other", null));
    visit(run, node);
    visit(run, workflow.node("last", "code"));
    visit(other, node);
    other.end(null);
    run.abandon();
    recorder.close();

    Span root = sink.span("mail");
    assertThat(root.getEndTimeUnixNano()).isEqualTo(sink.span("last").getEndTimeUnixNano());
    assertThat(attributes(root))
        .containsEntry("heddle.run.abandoned", true)
        .containsEntry("error.type", CancellationException.class.getName());
    assertThat(attributes(sink.span("other"))).doesNotContainKey("heddle.run.abandoned");
    assertThat(recorder.counters().snapshot().abandoned()).isEqualTo(1);
  }

  @Test
  void rootOfARunWithoutRecords_endsWhereItBegan() {
    recorder.beginRun(workflow).abandon();
    recorder.close();

    Span root = sink.span("mail");
    assertThat(root.getEndTimeUnixNano()).isEqualTo(root.getStartTimeUnixNano());
  }

  @Test
  void openExecution_endsWithWhatHappenedBelowIt() {
    Run run = recorder.beginRun(workflow);
    Lane lane = recorder.lane();
    Execution streaming = lane.detach(lane.begin(run, node));
    lane.enter(streaming);
    lane.end(lane.beginOperation("chat", "llm"), null);
    lane.leave(streaming);
    streaming.abandon();
    run.abandon();
    recorder.close();

    long last = sink.span("chat").getEndTimeUnixNano();
    assertThat(sink.span("a").getEndTimeUnixNano()).isEqualTo(last);
    assertThat(sink.span("mail").getEndTimeUnixNano()).isEqualTo(last);
    assertThat(attributes(sink.span("a")))
        .containsEntry("error.type", CancellationException.class.getName());
  }

  @Test
  void openExecutionAfterTheLastRecord_endsWhereItBeganAndSoDoesItsRun() {
    Run run = recorder.beginRun(workflow);
    Lane lane = recorder.lane();
    Execution streaming = lane.detach(lane.begin(run, node));
    streaming.abandon();
    run.abandon();
    recorder.close();

    Span open = sink.span("a");
    assertThat(open.getEndTimeUnixNano()).isEqualTo(open.getStartTimeUnixNano());
    assertThat(sink.span("mail").getEndTimeUnixNano()).isEqualTo(open.getEndTimeUnixNano());
  }

  @Test
  void endedRun_cannotBeAbandoned() {
    Run run = recorder.beginRun(workflow);
    run.end(null);
    run.abandon();
    recorder.close();

    assertThat(attributes(sink.span("mail")))
        .doesNotContainKeys("heddle.run.abandoned", "error.type");
    assertThat(sink.spans()).hasSize(1);
    assertThat(recorder.counters().snapshot().abandoned()).isZero();
  }
}
