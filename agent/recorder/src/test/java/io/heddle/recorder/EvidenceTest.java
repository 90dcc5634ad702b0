package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.settings.Settings;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What executions cost, and digests of what they saw: as spans tell it. */
@Timeout(60)
class EvidenceTest {
  private static final int BYTES = 1 << 20;
  private static final String SALT = "a salt that nobody knows";

  private OtlpSink sink;

  @BeforeEach
  void start() throws Exception {
    sink = OtlpSink.start();
  }

  @AfterEach
  void stop() {
    sink.close();
  }

  /** Runs the body as node "a" and sends everything. */
  private Map<String, Object> attributesOf(Body body, Map<String, String> settings) {
    Recorder recorder = recorder(settings);
    Run run = recorder.beginRun(recorder.workflow("testengine", "mail", null));
    if (settings.isEmpty()) {
      awaitCosts(recorder);
    }
    Lane lane = recorder.lane();
    Execution execution = lane.begin(run, run.workflow().node("a", "code"));
    body.run(lane, execution);
    recorder.close();
    List<Span> spans = sink.spans();
    return OtlpSink.attributes(spans.get(spans.size() - 1).getAttributesList());
  }

  private Recorder recorder(Map<String, String> settings) {
    Map<String, String> values = new HashMap<>(settings);
    values.put("otel.exporter.otlp.endpoint", sink.endpoint());
    return Recorder.create(Settings.of(values));
  }

  private static void awaitCosts(Recorder recorder) {
    while (recorder.threadCosts() == null) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** The node's work, its end included. */
  private interface Body {
    void run(Lane lane, Execution execution);
  }

  private static void allocate(Lane lane, Execution execution) {
    byte[] bytes = new byte[BYTES];
    execution.outputValue(bytes.length);
    lane.end(execution, null);
  }

  @Test
  void firstExecution_tellsWhatItCosts() {
    Map<String, Object> node = attributesOf(EvidenceTest::allocate, Map.of());
    assertThat((long) node.get("heddle.node.alloc_bytes")).isBetween((long) BYTES, BYTES + 65_536L);
    assertThat((long) node.get("heddle.node.cpu_ns")).isPositive();
  }

  @Test
  void executionThatEndsElsewhere_doesNot() throws Exception {
    Map<String, Object> node =
        attributesOf(
            (lane, execution) -> {
              lane.detach(execution);
              execution.end(null);
            },
            Map.of());
    assertThat(node).doesNotContainKeys("heddle.node.alloc_bytes", "heddle.node.cpu_ns");
  }

  @Test
  void slowNode_tellsWhatEachExecutionCosts() {
    Recorder recorder = recorder(Map.of());
    Workflow workflow = recorder.workflow("testengine", "mail", null);
    Run run = recorder.beginRun(workflow);
    awaitCosts(recorder);
    Lane lane = recorder.lane();
    workflow.node("slow", "code").took(1_000_000_000);
    for (int i = 0; i < 64; i++) {
      lane.end(lane.begin(run, workflow.node("slow", "code")), null);
    }
    recorder.close();
    assertThat(sink.spans())
        .hasSize(64)
        .allMatch(span ->
            OtlpSink.attributes(span.getAttributesList()).containsKey("heddle.node.cpu_ns"));
  }

  @Test
  void switchedOff_neitherIsTold() {
    Recorder recorder =
        recorder(Map.of("heddle.evidence.cpu", "off", "heddle.evidence.memory", "off"));
    Run run = recorder.beginRun(recorder.workflow("testengine", "mail", null));
    recorder.lane().end(recorder.lane().begin(run, run.workflow().node("a", "code")), null);
    recorder.close();
    assertThat(recorder.threadCosts()).isNull();
  }

  private Map<String, Object> digested(String salt, String value) {
    return attributesOf(
        (lane, execution) -> {
          execution.read("mail", value);
          execution.write("answer", value);
          lane.end(execution, null);
        },
        Map.of("heddle.evidence.salt", salt));
  }

  @Test
  void equalInputs_haveEqualDigestsInAllProcessesWithThatSalt() {
    Map<String, Object> first = digested(SALT, "hello");
    assertThat(first.get("heddle.node.input_digest")).asString().matches("[0-9a-f]{32}");
    assertThat(first.get("heddle.node.output_digest")).asString().matches("[0-9a-f]{32}");
    String digest = "heddle.node.input_digest";
    assertThat(digested(SALT, "hello")).containsEntry(digest, first.get(digest));
    assertThat(digested(SALT, "hullo").get(digest)).isNotEqualTo(first.get(digest));
    assertThat(digested(SALT + "!", "hello").get(digest)).isNotEqualTo(first.get(digest));
  }

  @Test
  void unlessAskedFor_thereAreNoDigests() {
    assertThat(attributesOf(EvidenceTest::allocate, Map.of()))
        .containsKey("heddle.node.output_class")
        .doesNotContainKeys("heddle.node.input_digest", "heddle.node.output_digest");
  }

  /** Reads and writes a value and has a predecessor; the salt is set. */
  private Map<String, Object> allWithout(String switchedOff) {
    return attributesOf(
        (lane, execution) -> {
          execution.predecessor(4711);
          execution.read("mail", "hello");
          execution.write("answer", "hello");
          execution.inputValue("hello");
          lane.end(execution, null);
        },
        Map.of(switchedOff, "off", "heddle.evidence.salt", SALT));
  }

  @Test
  void equalitySwitchedOff_leavesNames() {
    assertThat(allWithout("heddle.evidence.equality"))
        .containsEntry("heddle.node.reads", List.of("mail"))
        .containsEntry("heddle.node.writes", List.of("answer"))
        .doesNotContainKeys("heddle.node.input_class", "heddle.node.input_digest")
        .doesNotContainKeys("heddle.node.output_class", "heddle.node.output_digest");
    assertThat(lastSpan().getLinksCount()).isOne();
  }

  @Test
  void namesSwitchedOff_leaveNoEqualityEither() {
    assertThat(allWithout("heddle.evidence"))
        .doesNotContainKeys("heddle.node.reads", "heddle.node.input_class")
        .doesNotContainKeys("heddle.node.writes", "heddle.node.input_digest");
  }

  @Test
  void predecessorsSwitchedOff_leaveNoLink() {
    assertThat(allWithout("heddle.evidence.predecessors")).containsKey("heddle.node.input_class");
    assertThat(lastSpan().getLinksCount()).isZero();
  }

  private Span lastSpan() {
    return sink.spans().get(sink.spans().size() - 1);
  }
}
