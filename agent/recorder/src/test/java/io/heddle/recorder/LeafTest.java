package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LeafTest {
  private OtlpSink sink;
  private Recorder recorder;
  private Woven woven;
  private Workflow workflow;
  private Leaf leaf;

  @BeforeEach
  void start() throws Exception {
    sink = OtlpSink.start();
    recorder = sink.recorder();
    woven = new Woven(recorder);
    workflow = recorder.workflow("testengine", "mail", null);
    leaf = recorder.leaf("Mailer.send", "tool");
  }

  @AfterEach
  void stop() {
    woven.close();
    recorder.close();
    sink.close();
  }

  /** Runs the body in a run, and sends everything. */
  private void inRun(Runnable body) {
    Run run = recorder.beginRun(workflow);
    Lane lane = recorder.lane();
    Execution scope = lane.enter(run);
    try {
      body.run();
    } finally {
      lane.leave(scope);
      run.end(null);
    }
    recorder.close();
  }

  private static Map<String, Object> attributes(Span span) {
    return OtlpSink.attributes(span.getAttributesList());
  }

  @Test
  void leafOfARun_isANodeBelowItsRoot() {
    inRun(() -> Woven.call(leaf, () -> {}));
    Span span = sink.span("Mailer.send");
    assertThat(span.getParentSpanId()).isEqualTo(sink.span("mail").getSpanId());
    assertThat(span.getEndTimeUnixNano()).isGreaterThanOrEqualTo(span.getStartTimeUnixNano());
    assertThat(attributes(span))
        .containsEntry("heddle.node.id", "Mailer.send")
        .containsEntry("heddle.node.type", "tool")
        .containsEntry("heddle.node.attempt", 1L)
        .containsEntry("heddle.node.visit", 1L)
        .containsEntry("heddle.node.cold", true);
  }

  @Test
  void leavesNest_andSoDoOperationsInThem() {
    Leaf inner = recorder.leaf("Server.post", "code");
    inRun(() ->
        Woven.call(
            leaf,
            () -> {
              Woven.call(inner, () -> {});
              Lane lane = recorder.lane();
              lane.end(lane.beginOperation("call", "tool"), null);
            }));
    Span outer = sink.span("Mailer.send");
    assertThat(outer.getParentSpanId()).isEqualTo(sink.span("mail").getSpanId());
    assertThat(sink.span("Server.post").getParentSpanId()).isEqualTo(outer.getSpanId());
    assertThat(sink.span("call").getParentSpanId()).isEqualTo(outer.getSpanId());
  }

  @Test
  void leafInAnEnginesNode_belongsToItAndItsRun() {
    Run run = recorder.beginRun(workflow);
    Execution node = recorder.lane().begin(run, workflow.node("a", "code"));
    Woven.call(leaf, () -> {});
    recorder.lane().end(node, null);
    Woven.call(leaf, () -> {});
    run.end(null);
    recorder.close();
    assertThat(sink.span("Mailer.send").getParentSpanId()).isEqualTo(sink.span("a").getSpanId());
    assertThat(sink.span("Mailer.send").getTraceId()).isEqualTo(sink.span("mail").getTraceId());
  }

  @Test
  void eachCall_isAVisitOfItsOwnAndOnlyTheFirstIsCold() {
    inRun(() -> {
      for (int i = 0; i < 3; i++) {
        Woven.call(leaf, () -> {});
      }
    });
    List<Map<String, Object>> spans =
        sink.spans().stream()
            .filter(span -> span.getName().equals("Mailer.send"))
            .map(LeafTest::attributes)
            .toList();
    assertThat(spans).extracting(span -> span.get("heddle.node.visit")).containsExactly(1L, 2L, 3L);
    assertThat(spans)
        .extracting(span -> span.get("heddle.node.cold"))
        .containsExactly(true, null, null);
    assertThat(sink.spans().stream().map(Span::getSpanId).distinct()).hasSize(4);
  }

  @Test
  void leavesOneAfterTheOther_claimNoEdge() {
    Leaf inner = recorder.leaf("Server.post", "code");
    inRun(() -> {
      Woven.call(recorder.leaf("first", "code"), () -> {});
      Woven.call(recorder.leaf("second", "code"), () -> Woven.call(inner, () -> {}));
      Woven.call(leaf, () -> {});
    });
    assertThat(sink.spans()).hasSize(5).allMatch(span -> span.getLinksCount() == 0);
  }

  @Test
  void throwingLeaf_isRecordedWithItsErrorAndThrowsTheSame() {
    IllegalStateException boom = new IllegalStateException("boom");
    Runnable failing =
        () -> {
          throw boom;
        };
    assertThatThrownBy(() -> inRun(() -> Woven.call(leaf, failing))).isSameAs(boom);
    recorder.close();
    Span span = sink.span("Mailer.send");
    assertThat(span.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
    assertThat(attributes(span)).containsEntry("error.type", IllegalStateException.class.getName());
  }

  @Test
  void leafOutsideARun_isCountedAndNotRecorded() {
    Woven.call(leaf, () -> {});
    inRun(() -> {});
    assertThat(sink.spans()).extracting(Span::getName).containsExactly("mail");
    assertThat(leaf.outsideCalls()).isOne();
  }

  @Test
  void leafWhileSwitchedOff_isNotRecorded() {
    inRun(() -> {
      Woven.call(leaf, () -> {});
      woven.close();
      Woven.call(leaf, () -> {});
    });
    assertThat(sink.spans()).extracting(Span::getName).containsExactly("Mailer.send", "mail");
  }

  @Test
  void sameLeafInTwoWorkflows_isANodeOfEach() {
    Workflow other = recorder.workflow("testengine", "post", null);
    for (Workflow each : List.of(workflow, other)) {
      Run run = recorder.beginRun(each);
      Execution scope = recorder.lane().enter(run);
      Woven.call(leaf, () -> {});
      recorder.lane().leave(scope);
      run.end(null);
    }
    recorder.close();
    assertThat(workflow.nodeCount()).isOne();
    assertThat(other.nodeCount()).isOne();
    assertThat(sink.spans()).hasSize(4);
    assertThat(recorder.leaf("Mailer.send", "tool")).isSameAs(leaf);
  }
}
