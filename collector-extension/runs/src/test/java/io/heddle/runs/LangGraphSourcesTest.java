package io.heddle.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.runs.Execution.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** One graph of LangGraph as the libraries that trace it write it down. */
final class LangGraphSourcesTest {
  private final TestSpans spans = new TestSpans();

  @Test
  void langSmith_stepsAreEdgesAndInnerSpansOperations() {
    root("LangGraph")
        .with("langsmith.span.kind", "chain")
        .with("langsmith.trace.name", "LangGraph");
    langSmith("b", "a", "classify", 0, 10, "classify", 1).with("gen_ai.operation.name", "chain");
    langSmith("c", "b", "ChatOpenAI", 2, 9, "classify", 1)
        .with("gen_ai.operation.name", "chat")
        .with("gen_ai.usage.input_tokens", 30)
        .with("gen_ai.usage.input_token_details", "{\"cache_read\": 20}");
    langSmith("d", "a", "search", 11, 40, "search", 2);
    langSmith("e", "a", "lookup", 11, 20, "lookup", 2);
    langSmith("f", "a", "answer", 41, 90, "answer", 3);

    Run run = onlyRun();

    assertThat(run.workflow().name()).isEqualTo("LangGraph");
    assertThat(nodes(run)).containsExactly("classify", "search", "lookup", "answer");
    assertThat(predecessors(run, "search")).containsExactly("classify");
    assertThat(predecessors(run, "lookup")).containsExactly("classify");
    assertThat(predecessors(run, "answer")).containsExactlyInAnyOrder("search", "lookup");
    Execution call = run.executions().get(2);
    assertThat(call.type()).isEqualTo("llm");
    assertThat(Objects.requireNonNull(call.usage()).tokens().cacheRead()).isEqualTo(20);
  }

  @Test
  void loop_visitsTheNodeAgainInALaterStep() {
    root("LangGraph").with("langsmith.trace.name", "LangGraph");
    langSmith("b", "a", "agent", 0, 10, "agent", 1);
    langSmith("c", "a", "tools", 11, 20, "tools", 2);
    langSmith("d", "a", "agent", 21, 30, "agent", 3);

    Run run = onlyRun();

    assertThat(run.executions()).extracting(Execution::visit).containsExactly(1, 1, 1, 2);
    assertThat(run.executions().get(3).predecessors()).containsExactly(2);
  }

  @Test
  void openInference_metadataInJsonNamesTheNode() {
    root("LangGraph").with("openinference.span.kind", "CHAIN");
    openInference("b", "a", "plan", "CHAIN", 0, 20, "plan", 1);
    openInference("c", "b", "ChatOpenAI", "LLM", 1, 19, "plan", 1)
        .with("llm.token_count.prompt", 7);
    openInference("d", "a", "act", "CHAIN", 21, 40, "act", 2);

    Run run = onlyRun();

    assertThat(nodes(run)).containsExactly("plan", "act");
    assertThat(predecessors(run, "act")).containsExactly("plan");
    assertThat(run.executions().get(2).role()).isEqualTo(Role.OPERATION);
  }

  @Test
  void openLlmetry_namesTasksAndCarriesTheDefinition() {
    root("invoke_agent LangGraph")
        .with("gen_ai.operation.name", "invoke_agent")
        .list("gen_ai.workflow.nodes", "agent", "tools")
        .list("gen_ai.workflow.edges", "agent -> tools", "tools -> agent", "agent -> __end__");
    spans
        .add("b", "a", "execute_task agent", 0, 50)
        .with("gen_ai.operation.name", "execute_task")
        .with("gen_ai.task.name", "agent");
    spans
        .add("c", "b", "chat m-1", 1, 49)
        .with("gen_ai.operation.name", "chat")
        .with("gen_ai.request.model", "m-1");
    spans
        .add("d", "a", "execute_task tools", 51, 90)
        .with("gen_ai.operation.name", "execute_task")
        .with("gen_ai.task.name", "tools");

    Run run = onlyRun();

    assertThat(run.workflow().name()).isEqualTo("invoke_agent LangGraph");
    assertThat(run.executions())
        .extracting(Execution::node)
        .containsExactly("invoke_agent LangGraph", "agent", "chat m-1", "tools");
    assertThat(run.executions().get(1).type()).isEqualTo("task");
    Graph graph = Objects.requireNonNull(run.graph());
    assertThat(graph.nodes()).extracting(Graph.Node::id).containsExactly("agent", "tools");
    assertThat(graph.edges())
        .containsExactlyInAnyOrder(
            new Graph.Edge("agent", "tools", true),
            new Graph.Edge("agent", "__end__", true),
            new Graph.Edge("tools", "agent", false));
  }

  @Test
  void nodeInsideANode_isANodeOfItsOwn() {
    root("LangGraph").with("langsmith.trace.name", "LangGraph");
    langSmith("b", "a", "write", 0, 60, "write", 1)
        .with("langsmith.metadata.langgraph_checkpoint_ns", "write:1");
    langSmith("c", "b", "LangGraph", 1, 59, "write", 1)
        .with("langsmith.metadata.langgraph_checkpoint_ns", "write:1");
    langSmith("d", "c", "write", 2, 58, "write", 1)
        .with("langsmith.metadata.langgraph_checkpoint_ns", "write:1|write:2");

    assertThat(nodes(onlyRun())).containsExactly("write", "write");
  }

  @Test
  void childThatSaysNoStep_leavesTheOrderToTime() {
    root("LangGraph").with("langsmith.trace.name", "LangGraph");
    langSmith("b", "a", "classify", 0, 10, "classify", 1);
    spans.add("c", "a", "save", 11, 20);
    langSmith("d", "a", "answer", 21, 30, "answer", 2);

    assertThat(onlyRun().executions())
        .allSatisfy(execution -> assertThat(execution.predecessors()).isEmpty());
  }

  @Test
  void spanWithoutMetadataBetweenNodeAndCall_doesNotMakeTheCallANode() {
    root("LangGraph").with("langfuse.trace.name", "support");
    spans
        .add("b", "a", "classify", 0, 50)
        .with("langfuse.observation.metadata.langgraph_node", "classify");
    spans.add("c", "b", "retry", 1, 49);
    spans
        .add("d", "c", "ChatModel", 2, 48)
        .with("langfuse.observation.type", "generation")
        .with("langfuse.observation.metadata.langgraph_node", "classify");

    assertThat(nodes(onlyRun())).containsExactly("classify");
  }

  private TestSpans.TestSpan root(String name) {
    return spans.add("a", "", name, 0, 100);
  }

  private TestSpans.TestSpan langSmith(
      String id, String parent, String name, long start, long end, String node, int step) {
    return spans
        .add(id, parent, name, start, end)
        .with("langsmith.trace.name", name)
        .with("langsmith.metadata.langgraph_node", node)
        .with("langsmith.metadata.langgraph_step", step);
  }

  private TestSpans.TestSpan openInference(
      String id,
      String parent,
      String name,
      String kind,
      long start,
      long end,
      String node,
      int step) {
    return spans
        .add(id, parent, name, start, end)
        .with("openinference.span.kind", kind)
        .with(
            "metadata", "{\"langgraph_node\": \"" + node + "\", \"langgraph_step\": " + step + "}");
  }

  private Run onlyRun() {
    List<Run> runs = spans.runs();
    assertThat(runs).hasSize(1);
    return runs.get(0);
  }

  private static List<String> nodes(Run run) {
    return run.executions().stream()
        .filter(execution -> execution.role() == Role.NODE)
        .map(Execution::node)
        .toList();
  }

  private static List<String> predecessors(Run run, String node) {
    return run.executions().stream()
        .filter(execution -> execution.node().equals(node))
        .flatMapToInt(execution -> Arrays.stream(execution.predecessors()))
        .mapToObj(at -> run.executions().get(at).node())
        .toList();
  }
}
