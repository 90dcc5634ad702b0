package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.settings.Settings;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecorderTest {
  private static final Graph GRAPH =
      new Graph(
          List.of(new Graph.Node("b", "tool"), new Graph.Node("a", "llm")),
          List.of(new Graph.Edge("a", "b", true)));

  private OtlpSink sink;
  private Recorder recorder;

  @BeforeEach
  void start() throws Exception {
    sink = OtlpSink.start();
    recorder = Recorder.create(settings(Map.of()));
  }

  @AfterEach
  void stop() {
    recorder.close();
    sink.close();
  }

  private Settings settings(Map<String, String> more) {
    Map<String, String> values = new HashMap<>(more);
    values.putIfAbsent("otel.exporter.otlp.endpoint", sink.endpoint());
    return Settings.of(values);
  }

  private Workflow workflow() {
    return recorder.workflow("testengine", "mail", GRAPH);
  }

  private Map<String, Object> attributesOf(String span) {
    return OtlpSink.attributes(sink.span(span).getAttributesList());
  }

  @Test
  void run_becomesOneTraceWithARootAndItsNodes() {
    long before = System.currentTimeMillis() * 1_000_000;
    Workflow workflow = workflow();
    Run run = recorder.beginRun(workflow);
    Execution execution = recorder.lane().begin(run, workflow.node("a", "llm"));
    long id = execution.spanId();
    recorder.lane().end(execution, null);
    run.end(null);
    recorder.close();

    Span root = sink.span("mail");
    Span node = sink.span("a");
    assertThat(hex(root.getTraceId().toByteArray())).isEqualTo(run.traceId());
    assertThat(node.getTraceId()).isEqualTo(root.getTraceId());
    assertThat(node.getParentSpanId()).isEqualTo(root.getSpanId());
    assertThat(root.getParentSpanId().size()).isZero();
    assertThat(hex(node.getSpanId().toByteArray())).isEqualTo(HexFormat.of().toHexDigits(id));
    assertThat(root.getStartTimeUnixNano()).isBetween(before, node.getStartTimeUnixNano());
    assertThat(node.getEndTimeUnixNano())
        .isBetween(node.getStartTimeUnixNano(), root.getEndTimeUnixNano());
    assertThat(root.getFlags() & 0xff).isEqualTo(3);
    assertThat(root.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_UNSET);
  }

  @Test
  void root_carriesIdentityAndGraph() {
    Run run = recorder.beginRun(workflow());
    run.id("run-7");
    run.attribute("thread", "t1");
    run.end(null);
    recorder.close();

    assertThat(attributesOf("mail"))
        .containsEntry("heddle.engine", "testengine")
        .containsEntry("heddle.workflow.name", "mail")
        .containsEntry("gen_ai.workflow.name", "mail")
        .containsEntry("heddle.run.id", "run-7")
        .containsEntry("thread", "t1")
        .containsEntry(
            "heddle.graph",
            "{\"nodes\":[{\"id\":\"a\",\"type\":\"llm\"},{\"id\":\"b\",\"type\":\"tool\"}],"
                + "\"edges\":[{\"from\":\"a\",\"to\":\"b\",\"conditional\":true}]}")
        .containsKey("heddle.graph.hash");
  }

  @Test
  void graph_isSentOnce() {
    recorder.beginRun(workflow()).end(null);
    recorder.beginRun(workflow()).end(null);
    recorder.close();

    List<Map<String, Object>> roots =
        sink.spans().stream().map(s -> OtlpSink.attributes(s.getAttributesList())).toList();
    assertThat(roots).hasSize(2).allMatch(root -> root.containsKey("heddle.graph.hash"));
    assertThat(roots).filteredOn(root -> root.containsKey("heddle.graph")).hasSize(1);
  }

  @Test
  void node_carriesItsEvidence() {
    Workflow workflow = workflow();
    Run run = recorder.beginRun(workflow);
    Execution first = recorder.lane().begin(run, workflow.node("a", "llm"));
    long firstId = first.spanId();
    recorder.lane().end(first, null);
    Execution second = recorder.lane().begin(run, workflow.node("b", "tool"));
    second.predecessor(firstId);
    second.predecessor(second.spanId());
    second.waitNs(17);
    second.async();
    second.read("order", 1);
    second.read("customer", "x");
    second.writesObserved();
    recorder.lane().end(second, null);
    run.end(null);
    recorder.close();

    assertThat(attributesOf("b"))
        .containsEntry("heddle.node.id", "b")
        .containsEntry("graph.node.id", "b")
        .containsEntry("heddle.node.type", "tool")
        .containsEntry("heddle.node.attempt", 1L)
        .containsEntry("heddle.node.visit", 1L)
        .containsEntry("heddle.node.wait_ns", 17L)
        .containsEntry("heddle.node.async", true)
        .containsEntry("heddle.node.cold", true)
        .containsEntry("heddle.node.reads", List.of("customer", "order"))
        .containsEntry("heddle.node.writes", List.of())
        .containsEntry("heddle.node.input_class", 1L)
        .doesNotContainKey("heddle.node.output_class");
    Span.Link link = sink.span("b").getLinks(0);
    assertThat(link.getSpanId()).isEqualTo(sink.span("a").getSpanId());
    assertThat(link.getTraceId()).isEqualTo(sink.span("b").getTraceId());
    assertThat(OtlpSink.attributes(link.getAttributesList()))
        .containsExactly(Map.entry("heddle.link", "predecessor"));
  }

  @Test
  void unobservedNode_claimsNothing() {
    Workflow workflow = workflow();
    Run run = recorder.beginRun(workflow);
    recorder.lane().end(recorder.lane().begin(run, workflow.node("a", "llm")), null);
    Execution unknown = recorder.lane().begin(run, workflow.node("b", "tool"));
    unknown.read("x", 1);
    unknown.readsUnknown();
    unknown.writeAll();
    recorder.lane().end(unknown, null);
    recorder.close();

    assertThat(attributesOf("a").keySet())
        .noneMatch(key -> key.matches("heddle.node.(reads|writes|input_class|output_class)"));
    assertThat(attributesOf("b"))
        .containsEntry("heddle.node.writes", List.of("ALL"))
        .doesNotContainKeys("heddle.node.reads", "heddle.node.input_class");
  }

  @Test
  void loneOrNoPredecessor_isNoWait() {
    Workflow workflow = workflow();
    Run run = recorder.beginRun(workflow);
    recorder.lane().end(recorder.lane().begin(run, workflow.node("first", "llm")), null);
    Execution next = recorder.lane().begin(run, workflow.node("next", "llm"));
    next.predecessor(0x1234);
    next.attribute("note", "kept");
    recorder.lane().end(next, null);
    recorder.close();

    assertThat(sink.span("first").getLinksList()).isEmpty();
    assertThat(sink.span("next").getLinksList()).hasSize(1);
    assertThat(sink.span("next").getLinks(0).getSpanId().toByteArray())
        .containsExactly(0, 0, 0, 0, 0, 0, 0x12, 0x34);
    assertThat(attributesOf("next"))
        .containsEntry("note", "kept")
        .doesNotContainKey("heddle.node.wait_ns");
  }

  @Test
  void manyPredecessors_allBecomeLinks() {
    Workflow workflow = workflow();
    Run run = recorder.beginRun(workflow);
    Execution join = recorder.lane().begin(run, workflow.node("a", "llm"));
    for (long id = 1; id <= 100; id++) {
      join.predecessor(id);
      join.predecessor(id);
    }
    join.read("k", "v");
    join.attribute("note", "kept");
    recorder.lane().end(join, null);
    recorder.close();

    assertThat(sink.span("a").getLinksList()).hasSize(100);
    assertThat(attributesOf("a"))
        .containsEntry("note", "kept")
        .containsEntry("heddle.node.reads", List.of("k"));
  }

  @Test
  void equalInputs_shareAClass() {
    Workflow workflow = workflow();
    Run run = recorder.beginRun(workflow);
    Node node = workflow.node("lookup", "tool");
    for (String customer : List.of("x", "y", "x")) {
      Execution e = recorder.lane().begin(run, node);
      e.read("customer", customer);
      recorder.lane().end(e, null);
    }
    recorder.close();

    List<Object> classes =
        sink.spans().stream()
            .filter(s -> s.getName().equals("lookup"))
            .map(s -> OtlpSink.attributes(s.getAttributesList()).get("heddle.node.input_class"))
            .toList();
    assertThat(classes).containsExactly(1L, 2L, 1L);
  }

  @Test
  void visitsAndAttempts_areCounted() {
    Workflow workflow = workflow();
    Node node = workflow.node("late", "tool");
    Run run = recorder.beginRun(workflow);
    int[][] attemptAndVisit = {{1, 1}, {2, 1}, {1, 2}};
    for (int[] each : attemptAndVisit) {
      Execution e = recorder.lane().begin(run, node);
      e.attempt(each[0]);
      recorder.lane().end(e, null);
    }
    recorder.close();

    List<List<Object>> seen =
        sink.spans().stream()
            .map(s -> OtlpSink.attributes(s.getAttributesList()))
            .map(a -> List.of(a.get("heddle.node.attempt"), a.get("heddle.node.visit")))
            .toList();
    assertThat(seen).containsExactly(List.of(1L, 1L), List.of(2L, 1L), List.of(1L, 2L));
  }

  @Test
  void failure_isAnErrorWithAnException() {
    Workflow workflow = workflow();
    Run run = recorder.beginRun(workflow);
    Execution e = recorder.lane().begin(run, workflow.node("a", "llm"));
    recorder.lane().end(e, new IllegalStateException("out of order"));
    run.end(new UnreadableException());
    recorder.close();

    Span node = sink.span("a");
    assertThat(node.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
    assertThat(node.getEvents(0).getName()).isEqualTo("exception");
    assertThat(OtlpSink.attributes(node.getEvents(0).getAttributesList()))
        .containsEntry("exception.type", "java.lang.IllegalStateException")
        .containsEntry("exception.message", "out of order");
    assertThat(attributesOf("a")).containsEntry("error.type", "java.lang.IllegalStateException");
    assertThat(attributesOf("mail"))
        .containsEntry("error.type", UnreadableException.class.getName());
  }

  private static final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message today");
    }
  }

  @Test
  void operation_isAChildOfWhatIsOpenOnItsThread() {
    Workflow workflow = workflow();
    assertThat(recorder.lane().beginOperation("chat", "llm")).isNull();
    Run run = recorder.beginRun(workflow);
    Execution node = recorder.lane().begin(run, workflow.node("a", "llm"));
    Execution chat = recorder.lane().beginOperation("chat gpt", "llm");
    chat.attribute("gen_ai.usage.input_tokens", 12);
    chat.attribute("gen_ai.request.temperature", 0.5);
    chat.attribute("gen_ai.response.finish_reasons", List.of("stop"));
    recorder.lane().end(chat, null);
    recorder.lane().end(node, null);
    recorder.close();

    Span operation = sink.span("chat gpt");
    assertThat(operation.getParentSpanId()).isEqualTo(sink.span("a").getSpanId());
    assertThat(operation.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
    assertThat(attributesOf("chat gpt"))
        .containsEntry("gen_ai.usage.input_tokens", 12L)
        .containsEntry("gen_ai.request.temperature", 0.5)
        .containsEntry("gen_ai.response.finish_reasons", List.of("stop"))
        .containsEntry("heddle.operation.type", "llm");
  }

  @Test
  void operationsWithEqualInput_shareAClassAcrossNodes() {
    Workflow workflow = workflow();
    Run run = recorder.beginRun(workflow);
    Lane lane = recorder.lane();
    String[][] nodeAndPrompt = {{"a", "x"}, {"a", "y"}, {"b", "x"}};
    for (String[] each : nodeAndPrompt) {
      Execution node = lane.begin(run, workflow.node(each[0], "llm"));
      Execution chat = lane.beginOperation("chat", "llm");
      chat.inputValue(each[1]);
      chat.outputValue("same");
      lane.end(chat, null);
      lane.end(node, null);
    }
    recorder.close();

    List<Map<String, Object>> chats =
        sink.spans().stream()
            .filter(s -> s.getName().equals("chat"))
            .map(s -> OtlpSink.attributes(s.getAttributesList()))
            .toList();
    assertThat(chats).extracting(a -> a.get("heddle.node.input_class")).containsExactly(1L, 2L, 1L);
    assertThat(chats)
        .extracting(a -> a.get("heddle.node.output_class"))
        .containsExactly(1L, 1L, 1L);
  }

  @Test
  void nestedRun_sharesTheTraceAndHangsBelowItsNode() {
    Workflow workflow = workflow();
    Workflow inner = recorder.workflow("testengine", "inner", null);
    Run run = recorder.beginRun(workflow);
    Execution outer = recorder.lane().begin(run, workflow.node("sub", "subworkflow"));
    Run nested = recorder.beginNested(inner, outer);
    recorder.lane().end(recorder.lane().begin(nested, inner.node("in", "code")), null);
    nested.end(null);
    recorder.lane().end(outer, null);
    run.end(null);
    recorder.close();

    assertThat(sink.spans()).hasSize(3);
    assertThat(sink.span("in").getParentSpanId()).isEqualTo(sink.span("sub").getSpanId());
    assertThat(sink.span("in").getTraceId()).isEqualTo(sink.span("mail").getTraceId());
    assertThat(attributesOf("in"))
        .containsEntry("heddle.workflow.name", "mail")
        .containsEntry("graph.node.parent_id", "sub");
  }

  @Test
  void detachedExecution_endsOnAnotherThreadAndAdoptsOperationsThere() {
    Workflow workflow = workflow();
    Run run = recorder.beginRun(workflow);
    Lane lane = recorder.lane();
    Execution detached = lane.detach(lane.begin(run, workflow.node("a", "llm")));
    assertThat(lane.current()).isNull();
    Execution pooledAgain = lane.begin(run, workflow.node("b", "tool"));
    assertThat(pooledAgain).isNotSameAs(detached);
    CompletableFuture.runAsync(() -> goOn(detached)).join();
    lane.end(pooledAgain, null);
    detached.end(null);
    recorder.close();

    assertThat(sink.spans()).hasSize(3);
    assertThat(sink.span("late call").getParentSpanId()).isEqualTo(sink.span("a").getSpanId());
    assertThat(recorder.counters().snapshot().misused()).isEqualTo(1);
  }

  private void goOn(Execution detached) {
    Lane lane = recorder.lane();
    lane.enter(detached);
    lane.end(lane.beginOperation("late call", "tool"), null);
    lane.leave(detached);
    detached.end(null);
  }

  @Test
  void forgottenEnds_areCountedAndHarmNobody() {
    Workflow workflow = workflow();
    Run run = recorder.beginRun(workflow);
    Lane lane = recorder.lane();
    Execution outer = lane.begin(run, workflow.node("a", "llm"));
    Execution forgotten = lane.begin(run, workflow.node("b", "tool"));
    lane.end(outer, null);
    lane.end(forgotten, null);
    recorder.close();

    assertThat(sink.spans()).extracting(Span::getName).containsExactly("a");
    assertThat(recorder.counters().snapshot().misused()).isEqualTo(2);
  }

  @Test
  void evidenceOff_recordsTimesOnly() {
    Recorder plain = Recorder.create(settings(Map.of("heddle.evidence", "off")));
    Workflow workflow = plain.workflow("testengine", "mail", null);
    Run run = plain.beginRun(workflow);
    Execution e = plain.lane().begin(run, workflow.node("a", "llm"));
    e.read("x", 1);
    e.writeAll();
    e.outputValue("y");
    plain.lane().end(e, null);
    plain.close();

    assertThat(attributesOf("a").keySet())
        .noneMatch(key -> key.matches("heddle.node.(reads|writes|input_class|output_class)"));
  }

  @Test
  void resource_saysWhoSends() {
    Recorder named =
        Recorder.create(
            settings(
                Map.of(
                    "otel.service.name", "mailer",
                    "otel.resource.attributes", "service.version=1.2,team=a%20b",
                    "otel.exporter.otlp.headers", "api-key=secret",
                    "otel.exporter.otlp.compression", "gzip")));
    named.beginRun(named.workflow("testengine", "mail", GRAPH)).end(null);
    named.close();

    assertThat(OtlpSink.attributes(sink.resource().getAttributesList()))
        .containsEntry("service.name", "mailer")
        .containsEntry("service.version", "1.2")
        .containsEntry("team", "a b")
        .containsEntry("telemetry.distro.name", "heddle")
        .containsEntry("telemetry.sdk.language", "java")
        .containsKey("service.instance.id");
    assertThat(attributesOf("mail").get("heddle.workflow.version").toString()).startsWith("1.2+");
    assertThat(sink.headers().get(0)).containsEntry("Api-key", List.of("secret"));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
