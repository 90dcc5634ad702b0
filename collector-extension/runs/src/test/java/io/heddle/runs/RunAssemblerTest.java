package io.heddle.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.runs.Execution.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RunAssemblerTest {
  private final TestSpans spans = new TestSpans();

  @Test
  void plainService_hasItsRootOperationAsWorkflowAndEveryOperationAsNode() {
    spans.add("a", "", "GET /cart", 0, 100);
    spans.add("b", "a", "select", 10, 20).service("db");

    List<Run> runs = spans.runs();

    assertThat(runs).hasSize(1);
    assertThat(runs.get(0).workflow()).isEqualTo(new WorkflowKey("shop", "GET /cart", null));
    assertThat(runs.get(0).executions().get(0).role()).isEqualTo(Role.ROOT);
    assertThat(runs.get(0).executions().get(1).role()).isEqualTo(Role.NODE);
    assertThat(runs.get(0).executions().get(1).service()).isEqualTo("db");
    assertThat(runs.get(0).flags()).isEmpty();
  }

  @Test
  void anyOrderOfSpans_givesTheSameRuns() {
    for (int i = 0; i < 60; i++) {
      spans.add(hex(i), i == 0 ? "" : hex(i / 3), "n" + i % 7, i / 4, 200 - i / 5);
      spans.add(hex(i + 100), "", "lonely", i % 5, 9).trace("2");
    }

    List<Run> expected = spans.runs();

    for (long seed = 0; seed < 20; seed++) {
      assertThat(spans.shuffled(seed).runs())
          .usingRecursiveComparison()
          .ignoringFields("executions.source", "executions.record")
          .isEqualTo(expected);
    }
  }

  @Test
  void parentsComeBeforeChildren_siblingsByStart() {
    spans.add("d", "b", "d", 30, 40);
    spans.add("c", "a", "c", 5, 10);
    spans.add("b", "a", "b", 20, 50);
    spans.add("a", "", "a", 0, 100);

    assertThat(spans.runs().get(0).executions())
        .extracting(Execution::node)
        .containsExactly("a", "c", "b", "d");
  }

  @Test
  void lostParent_makesAnOrphanRootBesideTheTrueOne() {
    spans.add("b", "9", "b", 0, 10);
    spans.add("a", "", "a", 5, 100);

    List<Run> runs = spans.runs();

    assertThat(runs).extracting(run -> run.root().node()).containsExactly("b", "a");
    assertThat(runs.get(0).flags()).containsExactly(Run.Flag.ORPHAN_ROOT);
    assertThat(runs.get(0).primary()).isFalse();
    assertThat(runs.get(1).primary()).isTrue();
  }

  @Test
  void runs_comeByStart_whateverTheirTraceIdsAndPlacesInTheTable() {
    spans.add("a", "", "second", 5, 10).trace("1");
    spans.add("b", "", "third", 8, 9).trace("3");
    spans.add("c", "", "first", 2, 20).trace("2");

    assertThat(spans.runs())
        .extracting(run -> run.root().node())
        .containsExactly("first", "second", "third");
  }

  @Test
  void onlyOrphans_haveTheEarliestAsPrimary_longestOfTies() {
    spans.add("a", "9", "short", 5, 10);
    spans.add("b", "9", "long", 5, 20);
    spans.add("c", "9", "late", 6, 30);

    assertThat(spans.runs())
        .filteredOn(Run::primary)
        .extracting(run -> run.root().node())
        .containsExactly("long");
  }

  @Test
  void tracesWhoseRootsTakeTurns_haveAPrimaryEach() {
    spans.add("a", "9", "orphan of 1", 1, 10).trace("1");
    spans.add("b", "9", "orphan of 2", 2, 10).trace("2");
    spans.add("c", "", "root of 1", 3, 10).trace("1");
    spans.add("d", "9", "late orphan of 2", 4, 10).trace("2");

    assertThat(spans.runs())
        .filteredOn(Run::primary)
        .extracting(run -> run.root().node())
        .containsExactly("orphan of 2", "root of 1");
  }

  @Test
  void cycle_isCutAtItsEarliestSpan() {
    spans.add("a", "c", "a", 20, 30);
    spans.add("b", "a", "b", 10, 40);
    spans.add("c", "b", "c", 30, 50);
    spans.add("d", "d", "self", 0, 1);

    List<Run> runs = spans.runs();

    assertThat(runs).extracting(run -> run.root().node()).containsExactly("self", "b");
    assertThat(runs.get(1).executions()).extracting(Execution::node).containsExactly("b", "c", "a");
    assertThat(runs).allSatisfy(run -> assertThat(run.flags()).contains(Run.Flag.PARENT_CYCLE));
  }

  @Test
  void duplicate_isDroppedAndFlagged() {
    spans.add("a", "", "a", 0, 100);
    spans.add("b", "a", "first", 10, 20);
    spans.add("b", "a", "second", 30, 40);

    Run run = spans.runs().get(0);

    assertThat(run.executions()).extracting(Execution::node).containsExactly("a", "first");
    assertThat(run.flags()).containsExactly(Run.Flag.DUPLICATE_SPAN);
    assertThat(new RunAssembler().assemble(spans.table()).duplicates()).isEqualTo(1);
  }

  /** Some exporters send a span when it starts, and again when it ends. */
  @Test
  void spanWithoutAnEnd_givesWayToTheOneThatHasIt() {
    spans.add("a", "", "a", 10, 0);
    spans.add("a", "", "a", 10, 110);
    spans.add("b", "a", "b", 20, 30);
    spans.add("b", "a", "b", 20, 0);

    Run run = spans.runs().get(0);

    assertThat(run.executions())
        .extracting(Execution::durationNs)
        .containsExactly(100_000_000L, 10_000_000L);
    assertThat(run.flags()).containsExactly(Run.Flag.DUPLICATE_SPAN);
    assertThat(new RunAssembler().assemble(spans.table()).duplicates()).isEqualTo(2);
  }

  @Test
  void endBeforeStart_isSetToTheStart() {
    spans.add("a", "", "a", 100, 50);

    Run run = spans.runs().get(0);

    assertThat(run.root().durationNs()).isZero();
    assertThat(run.flags()).containsExactly(Run.Flag.NEGATIVE_DURATION);
  }

  @Test
  void deepTrace_needsNoStack() {
    for (int i = 0; i < 50_000; i++) {
      spans.add(hex(i + 1), i == 0 ? "" : hex(i), "n", i, 300_000 - i);
    }

    assertThat(spans.runs().get(0).executions()).hasSize(50_000);
  }

  @Test
  void runOverTwoTraces_isOneRunWithLinksBetweenThem() {
    own(spans.add("a", "", "order", 0, 10), "r1");
    own(spans.add("b", "a", "ask", 1, 9), "r1").with("heddle.node.id", "ask");
    own(spans.add("c", "", "order", 500, 510).trace("2"), "r1");
    own(spans.add("d", "c", "ship", 501, 509).trace("2"), "r1")
        .with("heddle.node.id", "ship")
        .link("1", "b", "heddle.link", "predecessor");

    List<Run> runs = spans.runs();

    assertThat(runs).hasSize(1);
    Run run = runs.get(0);
    assertThat(run.runId()).isEqualTo("r1");
    assertThat(run.flags()).containsExactly(Run.Flag.SEVERAL_ROOTS);
    assertThat(run.executions())
        .extracting(Execution::node)
        .containsExactly("order", "ask", "order", "ship");
    assertThat(run.executions()).extracting(Execution::parent).containsExactly(-1, 0, -1, 2);
    assertThat(run.executions().get(3).predecessors()).containsExactly(1);
  }

  @Test
  void workflowBelowAServerSpan_isARunAndTheServerItsEnvelope() {
    spans.add("a", "", "POST /chat", 0, 100);
    own(spans.add("b", "a", "answer", 1, 99), "r1");
    own(spans.add("c", "b", "draft", 2, 90), "r1").with("heddle.node.id", "draft");

    List<Run> runs = spans.runs();

    assertThat(runs)
        .extracting(run -> run.workflow().name())
        .containsExactly("POST /chat", "order");
    assertThat(runs.get(0).flags()).containsExactly(Run.Flag.ENVELOPE);
    assertThat(runs.get(0).isCounted()).isFalse();
    assertThat(runs.get(0).primary()).isTrue();
    assertThat(runs.get(1).isCounted()).isTrue();
    assertThat(runs.get(1).primary()).isFalse();
  }

  @Test
  void nestedWorkflow_isASubworkflowNodeAndAnObjectOfItsOwn() {
    own(spans.add("a", "", "order", 0, 100), "r1");
    spans.add("b", "a", "billing", 10, 50).with("heddle.workflow.name", "billing");
    spans.add("c", "b", "charge", 20, 40).with("heddle.node.id", "charge");

    List<Run> runs = spans.runs();

    assertThat(runs).hasSize(2);
    assertThat(runs.get(0).executions().get(1).type()).isEqualTo("subworkflow");
    assertThat(runs.get(0).executions().get(1).role()).isEqualTo(Role.NODE);
    assertThat(runs.get(1).flags()).containsExactly(Run.Flag.NESTED);
    assertThat(runs.get(1).isCounted()).isFalse();
  }

  @Test
  void repetitionAfterItsOwnError_isAnAttempt_anyOtherAVisit() {
    spans.add("a", "", "a", 0, 100);
    spans.add("b1", "a", "call", 0, 10).failed();
    spans.add("b2", "a", "call", 12, 20).failed();
    spans.add("b3", "a", "call", 25, 30);
    spans.add("b4", "a", "call", 40, 50);

    List<Execution> executions = spans.runs().get(0).executions().subList(1, 5);

    assertThat(executions).extracting(Execution::attempt).containsExactly(1, 2, 3, 1);
    assertThat(executions).extracting(Execution::visit).containsExactly(1, 1, 1, 2);
  }

  @Test
  void anotherNodeInBetween_isNoRetry() {
    spans.add("a", "", "a", 0, 100);
    spans.add("b", "a", "call", 0, 10).failed();
    spans.add("c", "a", "repair", 12, 20);
    spans.add("d", "a", "call", 25, 30);

    Execution last = spans.runs().get(0).executions().get(3);

    assertThat(last.attempt()).isEqualTo(1);
    assertThat(last.visit()).isEqualTo(2);
  }

  @Test
  void executionsOfDifferentRunsThatAgree_shareWhatIsTheSame() {
    for (int i = 0; i < 2; i++) {
      spans.add("a" + i, "", "a", 0, 100).trace("1" + i);
      spans.add("b" + i, "a" + i, "call", 0, 10 + i).trace("1" + i);
    }

    List<Run> runs = spans.runs();
    Execution one = runs.get(0).executions().get(1);
    Execution other = runs.get(1).executions().get(1);

    assertThat(one.durationNs()).isNotEqualTo(other.durationNs());
    assertThat(one.traits()).isSameAs(other.traits());
    assertThat(one.details()).isSameAs(Details.NONE).isSameAs(other.details());
  }

  @Test
  void resendCount_isAnAttempt() {
    spans.add("a", "", "a", 0, 100);
    spans.add("b", "a", "GET", 0, 10).with("http.request.resend_count", 2);

    assertThat(spans.runs().get(0).executions().get(1).attempt()).isEqualTo(3);
  }

  @Test
  void firstExecutionInAProcess_isCold() {
    for (int i = 0; i < 3; i++) {
      String trace = hex(i + 1);
      spans.add("a", "", "a", i * 10, i * 10 + 5).trace(trace);
      spans
          .add("b", "a", "b", i * 10, i * 10 + 5)
          .trace(trace)
          .resource("service.instance.id", i == 2 ? "second" : "first");
    }

    assertThat(spans.runs())
        .extracting(run -> run.executions().get(1).cold())
        .containsExactly(true, false, true);
  }

  @Test
  void withoutAnInstance_nothingIsCold() {
    spans.add("a", "", "a", 0, 10);
    spans.add("b", "a", "b", 0, 10);

    assertThat(spans.runs().get(0).executions()).noneMatch(Execution::cold);
  }

  @Test
  void graphOfOneRun_belongsToEveryRunOfItsVersion() {
    spans.add("a", "", "w", 0, 1).with("heddle.workflow.name", "w");
    spans
        .add("a", "", "w", 5, 6)
        .trace("2")
        .with("heddle.workflow.name", "w")
        .with(
            "heddle.graph",
            "{\"nodes\":[{\"id\":\"x\",\"type\":\"llm\"},{\"id\":\"y\"}],\"new\":{},"
                + "\"edges\":[{\"from\":\"x\",\"to\":\"y\",\"conditional\":true}]}");

    Graph graph = spans.runs().get(0).graph();

    assertThat(graph).isNotNull();
    assertThat(graph.nodes()).containsExactly(new Graph.Node("x", "llm"), new Graph.Node("y", ""));
    assertThat(graph.edges()).containsExactly(new Graph.Edge("x", "y", true));
    assertThat(spans.runs().get(1).graph()).isEqualTo(graph);
  }

  @Test
  void damagedGraph_isFlagged() {
    spans.add("a", "", "w", 0, 1).with("heddle.workflow.name", "w").with("heddle.graph", "{\"n");

    assertThat(spans.runs().get(0).graph()).isNull();
    assertThat(spans.runs().get(0).flags()).containsExactly(Run.Flag.DAMAGED_GRAPH);
  }

  @Test
  void followsFromWithinTheTrace_isAParentThatDoesNotWait() {
    spans.add("a", "", "a", 0, 100);
    spans.add("b", "", "b", 10, 20).link("1", "a", "opentracing.ref_type", "follows_from");

    List<Run> runs = spans.runs();

    assertThat(runs).hasSize(1);
    assertThat(runs.get(0).executions().get(1).parent()).isZero();
    assertThat(runs.get(0).executions().get(1).async()).isTrue();
  }

  @Test
  void attributes_areThoseOfTheSpanThenOfItsResource() {
    spans.add("a", "", "a", 0, 100).with("k", "span").resource("k", "resource").resource("r", "x");

    assertThat(spans.runs().get(0).root().attributes())
        .containsEntry("k", "span")
        .containsEntry("r", "x")
        .containsEntry("service.name", "shop")
        .doesNotContainKey("unknown")
        .hasSize(4);
  }

  @Test
  void abandonedRun_isUnfinished() {
    own(spans.add("a", "", "order", 0, 50), "r1").with("heddle.run.abandoned", true);
    own(spans.add("b", "", "order", 60, 99), "r2").trace("2");

    assertThat(spans.runs()).extracting(Run::isFinished).containsExactly(false, true);
  }

  @Test
  void abandonedRunInsideAnother_leavesTheOuterOneFinished() {
    own(spans.add("a", "", "order", 0, 50), "r1");
    spans
        .add("b", "a", "ship", 10, 20)
        .with("heddle.workflow.name", "ship")
        .with("heddle.run.id", "r2")
        .with("heddle.run.abandoned", true);

    assertThat(spans.runs()).extracting(Run::isFinished).containsExactly(true, false);
  }

  @Test
  void nodesWhoseRootNeverArrived_areAnUnfinishedRun() {
    own(spans.add("b", "9", "ask", 0, 50), "r1").with("heddle.node.id", "ask");
    own(spans.add("c", "9", "ship", 50, 60), "r1").with("heddle.node.id", "ship");

    Run run = spans.runs().get(0);

    assertThat(spans.runs()).hasSize(1);
    assertThat(run.workflow().name()).isEqualTo("order");
    assertThat(run.flags()).contains(Run.Flag.ORPHAN_ROOT, Run.Flag.UNFINISHED);
  }

  @Test
  void rootWithoutAnEnd_isAnUnfinishedRun() {
    own(spans.add("a", "", "order", 10, 0), "r1");
    own(spans.add("b", "a", "ask", 10, 50), "r1").with("heddle.node.id", "ask");

    assertThat(spans.runs().get(0).flags())
        .containsExactlyInAnyOrder(Run.Flag.NEGATIVE_DURATION, Run.Flag.UNFINISHED);
  }

  @Test
  void rootWhoseCallerNeverArrived_isFinished() {
    own(spans.add("a", "9", "order", 0, 50), "r1");
    own(spans.add("b", "a", "ask", 0, 50), "r1").with("heddle.node.id", "ask");

    assertThat(spans.runs().get(0).flags()).containsExactly(Run.Flag.ORPHAN_ROOT);
  }

  private static TestSpans.TestSpan own(TestSpans.TestSpan span, String runId) {
    return span.with("heddle.workflow.name", "order").with("heddle.run.id", runId);
  }

  private static String hex(int id) {
    return Integer.toHexString(id + 1);
  }
}
