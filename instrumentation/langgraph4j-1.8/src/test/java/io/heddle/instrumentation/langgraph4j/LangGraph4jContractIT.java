package io.heddle.instrumentation.langgraph4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.contract.SpanAttributes;
import io.heddle.instrumentation.testkit.Application;
import io.heddle.instrumentation.testkit.EngineContract;
import io.heddle.instrumentation.testkit.RecordedSpan;
import io.heddle.instrumentation.testkit.RecordedSpans;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LangGraph4jContractIT extends EngineContract {
  private static final Set<String> GIVEN_UP =
      Set.of(
          "cancelled",
          "cancelled-outside",
          "given-up",
          "cancelled-wrapped",
          "abandoned",
          "deserted",
          "deserted-talks");

  LangGraph4jContractIT() {
    super(LangGraph4jModule.class, Application.of(Program.class));
  }

  @Override
  protected long abandonedRuns() {
    return 2;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lambda      | a         | x",
        "method      | b,x       | x,y",
        "class       | b         | z",
        "config      | z         | thread,w",
        "asks        | a,missing | asked",
        "elsewhere   | c         | e",
        "silent      |           |",
        "copies      | ALL       | ALL",
        "streams     | ALL       | count",
        "iterates    | ALL       | names",
        "prints      | ALL       | length",
        "returnsView | ALL       | ALL",
      })
  void everyStyle_tellsWhatItReadsAndWrites(String node, String reads, String writes) {
    RecordedSpan span = spans().only(node);
    assertThat(span.attribute(SpanAttributes.NODE_READS)).isEqualTo(names(reads));
    assertThat(span.attribute(SpanAttributes.NODE_WRITES)).isEqualTo(names(writes));
  }

  private static List<String> names(String listed) {
    return listed == null ? List.of() : List.of(listed.split(","));
  }

  @Test
  void sequentialNodes_followEachOther() {
    List<RecordedSpan> nodes = run("styles").nodes();
    assertThat(nodes).hasSize(12);
    assertThat(nodes.get(0).predecessors()).isEmpty();
    for (int i = 1; i < nodes.size(); i++) {
      assertThat(nodes.get(i).predecessors()).containsExactly(nodes.get(i - 1).spanId());
      assertThat(nodes.get(i).startNanos()).isGreaterThanOrEqualTo(nodes.get(i - 1).endNanos());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "serial,s-load,s-order,s-customer,s-join",
    "pooled,p-load,p-order,p-customer,p-join",
    "asynchronous,a-load,a-order,a-customer,a-join",
    "branchgraph,g-load,g-sub,g-plain,g-join"
  })
  void branches_areNodesOfTheRunBetweenTheirSourceAndTheJoin(
      String run, String source, String first, String second, String join) {
    RecordedSpans spans = run(run);
    String root = spans.roots().get(0).spanId();
    for (String branch : List.of(first, second)) {
      RecordedSpan span = spans.only(branch);
      assertThat(span.parentSpanId()).isEqualTo(root);
      assertThat(span.predecessors()).containsExactly(spans.only(source).spanId());
      assertThat(span.attribute(SpanAttributes.NODE_WAIT_NS)).isInstanceOf(Long.class);
    }
    assertThat(spans.only(join).predecessors())
        .containsExactly(spans.only(first).spanId(), spans.only(second).spanId());
    assertThat(spans.names()).noneMatch(name -> name.contains("__PARALLEL__"));
  }

  @Test
  void branchThatBeginsAfterTheFanOutFailed_stillFollowsItsSource() {
    RecordedSpans spans = run("fails-early");
    assertThat(spans.only("f-customer").predecessors())
        .containsExactly(spans.only("f-load").spanId());
  }

  @Test
  void resultsThatOnlyTheirOwnersCanRead_areUnknownAndEndTheirNodes() {
    RecordedSpans spans = run("strangers");
    assertThat(spans.only("future").attribute(SpanAttributes.NODE_WRITES))
        .isEqualTo(List.of("done"));
    assertThat(spans.nodes())
        .hasSize(7)
        .filteredOn(node -> !node.name().equals("future"))
        .allMatch(node -> !node.attributes().containsKey(SpanAttributes.NODE_WRITES));
  }

  @Test
  void serialBranches_doNotOverlapAndTheSecondWaitedForTheFirst() {
    RecordedSpan first = spans().only("s-order");
    RecordedSpan second = spans().only("s-customer");
    assertThat(second.startNanos()).isGreaterThanOrEqualTo(first.endNanos());
    assertThat((Long) second.attribute(SpanAttributes.NODE_WAIT_NS))
        .isGreaterThanOrEqualTo(first.durationNanos());
  }

  @Test
  void branchesOnAnExecutor_overlap() {
    RecordedSpan first = spans().only("p-order");
    RecordedSpan second = spans().only("p-customer");
    assertThat(Math.min(first.endNanos(), second.endNanos()))
        .isGreaterThan(Math.max(first.startNanos(), second.startNanos()));
    assertThat(second.attribute(SpanAttributes.NODE_READS)).isEqualTo(List.of("customer"));
  }

  @Test
  void asynchronousBranch_thatSharesItsStateHasUnknownReads() {
    assertThat(spans().only("a-order").attributes()).doesNotContainKey(SpanAttributes.NODE_READS);
    Object besideIt = spans().only("a-customer").attribute(SpanAttributes.NODE_READS);
    assertThat(besideIt).as("known, or unknown if both were open").isIn(null, List.of("customer"));
  }

  @Test
  void stateClassWithFields_hasUnknownReads() {
    assertThat(spans().only("fromField").attributes())
        .doesNotContainKeys(SpanAttributes.NODE_READS, SpanAttributes.NODE_INPUT_CLASS)
        .containsEntry(SpanAttributes.NODE_WRITES, List.of("doubled"));
  }

  @Test
  void compiledSubgraph_isANodeAroundItsOwnNodes() {
    RecordedSpan node = spans().only("compiled");
    assertThat(node.attribute(SpanAttributes.NODE_TYPE)).isEqualTo("subworkflow");
    assertThat(spans().children(node)).extracting(RecordedSpan::name).containsExactly("c1", "c2");
    assertThat(node.endNanos()).isGreaterThanOrEqualTo(spans().only("c2").endNanos());
    assertThat(spans().only("c1").predecessors()).isEmpty();
    assertThat(spans().only("c2").predecessors()).containsExactly(spans().only("c1").spanId());
    assertThat(spans().only("flat-s1").predecessors()).containsExactly(node.spanId());
  }

  @Test
  void graphInvokedByANode_runsBelowThatNode() {
    RecordedSpan node = spans().only("byHand");
    assertThat(spans().children(node)).extracting(RecordedSpan::name).containsExactly("h1");
    assertThat(spans().roots()).extracting(RecordedSpan::name).doesNotContain("called");
  }

  @ParameterizedTest
  @CsvSource({"one-talks,one-after", "two-talks,two-after", "three-talks,three-after"})
  void streamingNode_lastsUntilItsGeneratorIsExhausted(String node, String after) {
    RecordedSpan span = spans().only(node);
    assertThat(span.attribute(SpanAttributes.NODE_READS)).isEqualTo(List.of("name"));
    assertThat(span.attributes()).doesNotContainKey(SpanAttributes.NODE_WRITES);
    assertThat(spans().only(after).predecessors()).containsExactly(span.spanId());
    assertThat(spans().only(after).startNanos()).isGreaterThanOrEqualTo(span.endNanos());
  }

  @Test
  void loop_visitsItsNodeAgainAndTellsItsInputsApart() {
    List<RecordedSpan> visits = spans().named("again");
    assertThat(visits)
        .extracting(visit -> visit.attribute(SpanAttributes.NODE_VISIT))
        .containsExactly(1L, 2L, 3L);
    assertThat(visits)
        .extracting(visit -> visit.attribute(SpanAttributes.NODE_INPUT_CLASS))
        .doesNotHaveDuplicates()
        .doesNotContainNull();
    assertThat(visits)
        .extracting(visit -> visit.attribute(SpanAttributes.NODE_READS))
        .containsOnly(List.of("n"));
  }

  @ParameterizedTest
  @CsvSource({
    "failsSync,failsSync-node",
    "failsAsync,failsAsync-node",
    "failsThrowing,failsThrowing-node",
    "failsStreaming,failsStreaming-node",
    "failsInside,brokenSub",
    "failsInside,brokenNode"
  })
  void failure_isTheNodesAndTheRuns(String run, String node) {
    RecordedSpans spans = run(run);
    for (RecordedSpan span : List.of(spans.roots().get(0), spans.only(node))) {
      assertThat(span.failed()).as(span.name()).isTrue();
      assertThat(span.attribute("error.type")).isEqualTo("java.lang.IllegalArgumentException");
    }
  }

  @Test
  void everythingElse_hasNotFailed() {
    assertThat(spans().all())
        .filteredOn(RecordedSpan::failed)
        .extracting(RecordedSpan::name)
        .allMatch(name ->
            name.startsWith("fails")
                || name.startsWith("broken")
                || name.equals("f-order")
                || GIVEN_UP.contains(name));
  }

  @Test
  void interruptedRun_endsAndItsResumptionIsARunOfItsOwn() {
    assertThat(spans().named("interrupted"))
        .hasSize(2)
        .noneMatch(RecordedSpan::failed)
        .extracting(root -> spans().children(root).get(0).name())
        .containsExactly("asked", "answered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancelled", "cancelled-outside", "given-up", "cancelled-wrapped"})
  void cancelledRun_endsAsCancelled(String name) {
    assertThat(spans().only(name).attribute("error.type"))
        .isEqualTo("java.util.concurrent.CancellationException");
  }

  @Test
  void abandonedStream_endsWithItsLastNode() {
    RecordedSpan root = spans().only("abandoned");
    assertThat(spans().children(root))
        .extracting(RecordedSpan::name)
        .containsExactly("left-1", "left-2");
    assertThat(root.endNanos()).isEqualTo(spans().only("left-2").endNanos());
    assertThat(root.attributes())
        .containsEntry(SpanAttributes.RUN_ABANDONED, true)
        .containsEntry("error.type", "java.util.concurrent.CancellationException");
  }

  @Test
  void nodeInWhichItsStreamWasAbandoned_arrivesBelowItsRoot() {
    RecordedSpan node = spans().only("deserted-talks");
    RecordedSpan root = spans().only("deserted");
    assertThat(spans().parent(node)).contains(root);
    assertThat(root.endNanos()).isEqualTo(node.endNanos());
    assertThat(node.attribute("error.type"))
        .isEqualTo("java.util.concurrent.CancellationException");
  }

  @Test
  void onlyAbandonedStreams_areMarkedAsSuch() {
    assertThat(spans().roots())
        .filteredOn(root -> root.attributes().containsKey(SpanAttributes.RUN_ABANDONED))
        .extracting(RecordedSpan::name)
        .containsExactlyInAnyOrder("abandoned", "deserted");
  }

  @Test
  void runInsideOfACancelledOne_endsBeforeIt() {
    RecordedSpan node = spans().only("given-up");
    RecordedSpan run = spans().only("cancelled-outside");
    assertThat(node.endNanos()).isLessThanOrEqualTo(run.endNanos());
    assertThat(spans().children(node)).extracting(RecordedSpan::name).containsExactly("inner-kept");
  }

  @Test
  void graph_hasRealNodesWithTypesAndConditionalEdges() {
    assertThat((String) run("loop").roots().get(0).attribute(SpanAttributes.GRAPH))
        .contains("{\"from\":\"again\",\"to\":\"again\",\"conditional\":true}")
        .contains("{\"from\":\"again\",\"to\":\"enough\",\"conditional\":true}");
    assertThat((String) run("outer").roots().get(0).attribute(SpanAttributes.GRAPH))
        .contains("{\"id\":\"compiled\",\"type\":\"subworkflow\"}", "{\"id\":\"flat-s1\"")
        .doesNotContain("__");
  }

  @Test
  void graphWithoutId_isNamedAfterThePlaceThatCompiledIt() {
    assertThat(spans().parent(spans().only("unnamed")).orElseThrow().name())
        .isEqualTo("Program.unnamed");
  }

  private RecordedSpans run(String name) {
    return spans().ofTrace(spans().only(name).traceId());
  }
}
