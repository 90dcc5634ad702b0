package io.heddle.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.mapping.Decision;
import io.heddle.mapping.Field;
import io.heddle.otlp.Digest;
import io.heddle.runs.Execution.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What each source's spans become, written as that source writes them. */
final class SourcesTest {
  private final TestSpans spans = new TestSpans();

  @Test
  void genAi_workflowNameWinsOverTheSpanName() {
    spans
        .add("a", "", "invoke_workflow trip", 0, 100)
        .with("gen_ai.operation.name", "invoke_workflow")
        .with("gen_ai.workflow.name", "trip");
    spans
        .add("b", "a", "invoke_agent planner", 10, 90)
        .with("gen_ai.operation.name", "invoke_agent")
        .with("gen_ai.agent.name", "planner");
    spans
        .add("c", "b", "chat m-1", 20, 80)
        .with("gen_ai.operation.name", "chat")
        .with("gen_ai.system", "acme")
        .with("gen_ai.request.model", "m-1")
        .with("gen_ai.usage.input_tokens", 120)
        .with("gen_ai.usage.cache_write.input_tokens", 100)
        .with("gen_ai.response.time_to_first_chunk", "0.25");
    spans.add("d", "c", "POST", 21, 79).with("http.request.method", "POST");

    Run run = spans.runs().get(0);

    assertThat(run.workflow().name()).isEqualTo("trip");
    assertThat(types(run)).containsExactly("workflow", "agent", "llm", "http_request");
    assertThat(roles(run)).containsExactly(Role.ROOT, Role.NODE, Role.NODE, Role.OPERATION);
    Usage usage = Objects.requireNonNull(run.executions().get(2).usage());
    assertThat(usage.model().provider()).isEqualTo("acme");
    assertThat(usage.tokens().input()).isEqualTo(120);
    assertThat(usage.tokens().output()).isNull();
    assertThat(usage.tokens().cacheWrite()).isEqualTo(100);
    assertThat(usage.firstTokenNs()).isEqualTo(250_000_000);
  }

  @Test
  void ownAttributes_winAndMakeEverythingElseAnOperation() {
    spans.add("a", "", "mail", 0, 100).with("heddle.workflow.name", "mail");
    spans
        .add("b", "a", "draft", 10, 90)
        .with("heddle.node.id", "draft")
        .with("heddle.node.type", "llm")
        .with("graph.node.id", "other");
    spans.add("c", "b", "chat m", 20, 80).with("gen_ai.operation.name", "chat");

    Run run = spans.runs().get(0);

    assertThat(nodes(run)).containsExactly("mail", "draft", "chat m");
    assertThat(roles(run)).containsExactly(Role.ROOT, Role.NODE, Role.OPERATION);
    assertThat(types(run)).containsExactly("workflow", "llm", "llm");
  }

  @Test
  void openInference_topmostAgentBelowAServerIsTheWorkflow() {
    spans.add("a", "", "POST /ask", 0, 100);
    spans
        .add("b", "a", "run", 1, 99)
        .with("openinference.span.kind", "AGENT")
        .with("agent.name", "helper");
    spans
        .add("c", "b", "think", 2, 50)
        .with("openinference.span.kind", "CHAIN")
        .with("graph.node.id", "thinker");
    spans
        .add("d", "c", "ChatCompletion", 3, 40)
        .with("openinference.span.kind", "LLM")
        .with("llm.model_name", "m-1")
        .with("llm.token_count.prompt", 7)
        .with("llm.token_count.prompt_details.cache_read", 5)
        .with("llm.cost.total", "0.0125")
        .with("input.value", "hello");

    List<Run> runs = spans.runs();

    assertThat(runs.get(1).workflow().name()).isEqualTo("helper");
    assertThat(runs).hasSize(2);
    assertThat(nodes(runs.get(1))).containsExactly("run", "thinker", "ChatCompletion");
    Execution call = runs.get(1).executions().get(2);
    Usage usage = Objects.requireNonNull(call.usage());
    assertThat(usage.tokens().cacheRead()).isEqualTo(5);
    assertThat(usage.cost()).isEqualTo(0.0125);
    assertThat(call.evidence().inputDigest()).isEqualTo(Digest.of("hello"));
  }

  @Test
  void openLlmetry_workflowOnEverySpanMarksOnlyTheTop() {
    spans
        .add("a", "", "trip.workflow", 0, 100)
        .with("traceloop.span.kind", "workflow")
        .with("traceloop.workflow.name", "trip")
        .with("traceloop.entity.version", "3");
    spans
        .add("b", "a", "book.task", 10, 90)
        .with("traceloop.span.kind", "task")
        .with("traceloop.workflow.name", "trip")
        .with("traceloop.entity.name", "book");

    List<Run> runs = spans.runs();

    assertThat(runs).hasSize(1);
    assertThat(runs.get(0).workflow()).isEqualTo(new WorkflowKey("shop", "trip", "3"));
    assertThat(nodes(runs.get(0))).containsExactly("trip.workflow", "book");
    assertThat(types(runs.get(0))).containsExactly("workflow", "task");
  }

  @Test
  void langGraphThroughLangfuse_namesNodesByTheirGraphNode() {
    spans.add("a", "", "LangGraph", 0, 100).with("langfuse.trace.name", "support");
    spans
        .add("b", "a", "RunnableSequence", 10, 90)
        .with("langfuse.trace.name", "support")
        .with("langfuse.observation.type", "span")
        .with("langfuse.observation.metadata.langgraph_node", "classify");
    spans
        .add("c", "b", "ChatModel", 20, 80)
        .with("langfuse.observation.type", "generation")
        .with("langfuse.observation.metadata.langgraph_node", "classify");

    List<Run> runs = spans.runs();

    assertThat(runs).hasSize(1);
    assertThat(runs.get(0).workflow().name()).isEqualTo("support");
    assertThat(nodes(runs.get(0))).containsExactly("LangGraph", "classify", "ChatModel");
    assertThat(roles(runs.get(0))).containsExactly(Role.ROOT, Role.NODE, Role.OPERATION);
  }

  @Test
  void haystack_componentsAreNodesWhateverTheirSpansAreCalled() {
    spans.add("a", "", "haystack.pipeline.run", 0, 100);
    component("b", "cites", "InMemoryEmbeddingRetriever", 1, 40);
    component("c", "author", "OpenAIChatGenerator", 41, 90);
    spans.add("d", "c", "POST", 42, 89).with("http.request.method", "POST");

    Run run = spans.runs().get(0);

    assertThat(names(run)).containsExactly("haystack.pipeline.run", "cites", "author", "POST");
    assertThat(types(run))
        .containsExactly("workflow", "knowledge_retrieval", "llm", "http_request");
    assertThat(roles(run)).containsExactly(Role.ROOT, Role.NODE, Role.NODE, Role.OPERATION);
  }

  private void component(String id, String name, String type, long startMs, long endMs) {
    spans
        .add(id, "a", "haystack.component.run", startMs, endMs)
        .with("haystack.component.name", name)
        .with("haystack.component.type", type);
  }

  @Test
  void agentFramework_executorsAreNodesOfTheNamedWorkflow() {
    spans
        .add("a", "", "workflow.run", 0, 100)
        .with("workflow.name", "review")
        .with("workflow.id", 7);
    spans.add("b", "a", "executor.process judge", 1, 90).with("executor.id", "judge");
    spans.add("c", "b", "chat m", 2, 80).with("gen_ai.operation.name", "chat");
    spans.add("d", "a", "edge_group.process", 90, 91).with("edge_group.type", "SingleEdgeGroup");

    Run run = spans.runs().get(0);

    assertThat(run.workflow().name()).isEqualTo("review");
    assertThat(roles(run)).containsExactly(Role.ROOT, Role.NODE, Role.OPERATION, Role.OPERATION);
    assertThat(names(run)).contains("judge");
  }

  @Test
  void workflowNameOfAnybodyElse_saysNothing() {
    spans.add("a", "", "job", 0, 100).with("workflow.name", "review");

    assertThat(spans.runs().get(0).workflow().name()).isEqualTo("job");
  }

  @Test
  void whatIsCachedBesideTheInput_isAddedToIt() {
    spans
        .add("a", "", "chat m", 0, 100)
        .with("gen_ai.usage.input_tokens", 20)
        .with("gen_ai.usage.cache_read_input_tokens", 900)
        .with("gen_ai.usage.cache_write_input_tokens", 80)
        .with("gen_ai.usage.output_tokens", -1);

    Usage usage = Objects.requireNonNull(spans.runs().get(0).root().usage());

    assertThat(usage.tokens().input()).isEqualTo(1_000);
    assertThat(usage.tokens().output()).isNull();
  }

  @Test
  void firstTokenWithoutACount_isKeptAndCountsNothing() {
    spans
        .add("a", "", "chat m", 0, 100)
        .with("gen_ai.operation.name", "chat")
        .with("gen_ai.response.time_to_first_chunk", "0.04");

    Usage usage = Objects.requireNonNull(spans.runs().get(0).root().usage());

    assertThat(usage.firstTokenNs()).isEqualTo(40_000_000);
    assertThat(usage.counts()).isFalse();
  }

  @Test
  void contentThatNobodyMaySee_isUnknown() {
    spans.add("a", "", "ask", 0, 100).with("openinference.span.kind", "AGENT");
    spans
        .add("b", "a", "llm", 1, 90)
        .with("openinference.span.kind", "LLM")
        .with("input.value", "__REDACTED__")
        .with("output.value", "{}");

    Evidence evidence = spans.runs().get(0).executions().get(1).evidence();

    assertThat(evidence.input()).isNull();
    assertThat(evidence.output()).isNull();
  }

  @Test
  void toolWithoutAnOperation_isATool() {
    spans.add("a", "", "agent run", 0, 100).with("model_name", "m").with("agent_name", "planner");
    spans.add("b", "a", "running tool", 1, 50).with("gen_ai.tool.name", "search");
    spans.add("c", "a", "completion", 51, 90).with("gen_ai.request.model", "m");

    Run run = spans.runs().get(0);

    assertThat(run.workflow().name()).isEqualTo("agent run planner");
    assertThat(names(run))
        .containsExactly("agent run planner", "running tool search", "completion");
    assertThat(types(run)).containsExactly("workflow", "tool", "llm");
  }

  @Test
  void dify() {
    spans.add("a", "", "workflow", 0, 100).with("dify.app_id", "app-1");
    spans
        .add("b", "a", "Answer", 10, 90)
        .with("node.id", "17")
        .with("node.type", "knowledge-retrieval");

    Run run = spans.runs().get(0);

    assertThat(run.workflow().name()).isEqualTo("app-1");
    assertThat(nodes(run)).containsExactly("workflow", "Answer");
    assertThat(types(run)).containsExactly("workflow", "knowledge_retrieval");
  }

  @Test
  void n8n() {
    spans
        .add("a", "", "workflow.execute", 0, 100)
        .with("n8n.workflow.id", "9")
        .with("n8n.workflow.name", "Invoices")
        .with("n8n.workflow.version_id", "v7")
        .with("n8n.execution.id", "55");
    spans
        .add("b", "a", "node.execute", 10, 90)
        .with("n8n.node.name", "Fetch")
        .with("n8n.node.type", "n8n-nodes-base.httpRequest");

    Run run = spans.runs().get(0);

    assertThat(run.workflow()).isEqualTo(new WorkflowKey("shop", "Invoices", "v7"));
    assertThat(run.runId()).isEqualTo("55");
    assertThat(nodes(run)).containsExactly("workflow.execute", "Fetch");
    assertThat(types(run)).containsExactly("workflow", "http_request");
  }

  @Test
  void airflow_countsTriesAndBelievesItsStates() {
    spans
        .add("a", "", "dag_run.etl", 0, 100)
        .with("airflow.dag_id", "etl")
        .with("airflow.dag_run.run_id", "manual");
    spans
        .add("b", "a", "task_run.load[0]", 10, 20)
        .with("airflow.dag_id", "etl")
        .with("airflow.task_id", "load")
        .with("airflow.task_instance.try_number", 1)
        .with("airflow.task_instance.state", "up_for_retry");
    spans
        .add("c", "a", "task_run.load[0]", 30, 40)
        .with("airflow.dag_id", "etl")
        .with("airflow.task_id", "load")
        .with("airflow.task_instance.try_number", 2)
        .with("airflow.task_instance.state", "success");

    List<Run> runs = spans.runs();

    assertThat(runs).hasSize(1);
    assertThat(runs.get(0).workflow().name()).isEqualTo("etl");
    assertThat(nodes(runs.get(0))).containsExactly("dag_run.etl", "load", "load");
    Execution first = runs.get(0).executions().get(1);
    Execution second = runs.get(0).executions().get(2);
    assertThat(first.error()).isEqualTo("up_for_retry");
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(second.visit()).isEqualTo(1);
    assertThat(second.error()).isNull();
  }

  @Test
  void kestra() {
    spans
        .add("a", "", "Execution", 0, 100)
        .with("kestra.flowId", "daily")
        .with("kestra.executionId", "e1");
    spans
        .add("b", "a", "DefaultRunContext", 10, 90)
        .with("kestra.flowId", "daily")
        .with("kestra.executionId", "e1")
        .with("kestra.uid", "task-uid");

    Run run = spans.runs().get(0);

    assertThat(run.workflow().name()).isEqualTo("daily");
    assertThat(run.runId()).isEqualTo("e1");
    assertThat(roles(run)).containsExactly(Role.ROOT, Role.NODE);
  }

  @Test
  void temporal_activityWaitsBesideTheRequestThatAskedForIt() {
    spans.add("a", "", "StartWorkflow:Order", 0, 5).with("workflowId", "w");
    spans.add("b", "a", "RunWorkflow:Order", 20, 100).with("workflowId", "w").with("runId", "r");
    spans.add("c", "b", "StartActivity:Charge", 30, 31).with("workflowId", "w");
    spans.add("d", "c", "RunActivity:Charge", 45, 90).with("workflowId", "w").with("runId", "r");

    List<Run> runs = spans.runs();

    assertThat(runs)
        .extracting(run -> run.workflow().name())
        .containsExactly("StartWorkflow:Order", "Order");
    Run run = runs.get(1);
    assertThat(run.isCounted()).isTrue();
    assertThat(run.runId()).isEqualTo("r");
    assertThat(nodes(run)).containsExactly("RunWorkflow:Order", "StartActivity:Charge", "Charge");
    assertThat(roles(run)).containsExactly(Role.ROOT, Role.OPERATION, Role.NODE);
    Execution activity = run.executions().get(2);
    assertThat(activity.parent()).isZero();
    assertThat(activity.waitNs()).isEqualTo(14_000_000);
  }

  @Test
  void camel() {
    spans.add("a", "", "orders", 0, 100).with("camel.routeId", "orders-route");
    spans.add("b", "a", "http:stock", 10, 90).with("exchangeId", "X-1").with("component", "http");

    Run run = spans.runs().get(0);

    assertThat(run.workflow().name()).isEqualTo("orders-route");
    assertThat(roles(run)).containsExactly(Role.ROOT, Role.NODE);
  }

  @Test
  void springBatch_stepThatFailedWithoutAnErrorStatusFailed() {
    spans
        .add("a", "", "job", 0, 100)
        .with("spring.batch.job.name", "import")
        .with("spring.batch.job.executionId", 4);
    spans
        .add("b", "a", "step", 10, 90)
        .with("spring.batch.step.name", "load")
        .with("spring.batch.step.status", "FAILED");

    Run run = spans.runs().get(0);

    assertThat(run.workflow().name()).isEqualTo("import");
    assertThat(run.runId()).isEqualTo("4");
    assertThat(run.executions().get(1).node()).isEqualTo("load");
    assertThat(run.executions().get(1).error()).isEqualTo("failed");
  }

  @Test
  void pipelines() {
    spans
        .add("a", "", "run build", 0, 100)
        .with("cicd.pipeline.name", "build")
        .with("cicd.pipeline.run.id", "12");
    spans
        .add("b", "a", "task", 10, 90)
        .with("cicd.pipeline.task.name", "compile")
        .with("cicd.pipeline.task.run.result", "failure");

    Run run = spans.runs().get(0);

    assertThat(run.workflow().name()).isEqualTo("build");
    assertThat(nodes(run)).containsExactly("run build", "compile");
    assertThat(run.executions().get(1).error()).isEqualTo("failure");
  }

  @Test
  void applicationAndWorkflowVersion_areOneVersion() {
    spans
        .add("a", "", "w", 0, 1)
        .with("heddle.workflow.name", "w")
        .with("heddle.graph.hash", "9f3a")
        .resource("service.version", "1.4");

    assertThat(spans.runs().get(0).workflow().version()).isEqualTo("1.4+9f3a");
  }

  @Test
  void shortNames_findWhatTheSourceWroteUnderItsOwnKey() {
    spans
        .add("a", "", "ask", 0, 1)
        .with("langfuse.session.id", "s-1")
        .with("traceloop.association.properties.user_id", "u-1")
        .with("gen_ai.request.model", "m-1")
        .with("gen_ai.response.model", "m-1-2026")
        .with("langfuse.observation.prompt.version", 3);

    Map<String, String> attributes = spans.runs().get(0).root().attributes();

    assertThat(attributes.get("session")).isEqualTo("s-1");
    assertThat(attributes.get("user")).isEqualTo("u-1");
    assertThat(attributes.get("model")).isEqualTo("m-1-2026");
    assertThat(attributes.get("prompt_version")).isEqualTo("3");
    assertThat(attributes).doesNotContainKey("prompt");
  }

  @Test
  void langfuse_levelIsTheOutcomeAndCountsAreTokens() {
    spans.add("a", "", "ask", 0, 100).with("langfuse.trace.name", "support");
    spans
        .add("b", "a", "answer", 10, 90)
        .with("langfuse.observation.type", "generation")
        .with("langfuse.observation.level", "ERROR")
        .with("langfuse.observation.usage_details", "{\"input\":4,\"output\":2,\"total\":6}")
        .with("langfuse.observation.completion_start_time", "1970-01-01T00:00:00.040Z");

    Execution call = spans.runs().get(0).executions().get(1);

    assertThat(call.type()).isEqualTo("llm");
    assertThat(call.error()).isEqualTo("error");
    Usage usage = Objects.requireNonNull(call.usage());
    assertThat(usage.tokens().input()).isEqualTo(4);
    assertThat(usage.tokens().output()).isEqualTo(2);
    assertThat(usage.firstTokenNs()).isEqualTo(30_000_000);
  }

  @Test
  void keysOfTwoConventionsOnOneSpan_areDecidedByTheTableAndKeptAsEvidence() {
    spans
        .add("a", "", "run", 0, 100)
        .with("openinference.span.kind", "AGENT")
        .with("agent.name", "helper");
    spans
        .add("b", "a", "chat m-1", 1, 99)
        .with("openinference.span.kind", "LLM")
        .with("gen_ai.operation.name", "chat")
        .with("llm.token_count.prompt", 11)
        .with("gen_ai.usage.input_tokens", 12);

    RunAssembler.Result result = new RunAssembler().assemble(spans.table());

    Execution call = result.runs().get(0).executions().get(1);
    assertThat(Objects.requireNonNull(call.usage()).tokens().input()).isEqualTo(12);
    assertThat(result.decisions())
        .filteredOn(decision -> decision.field() == Field.INPUT_TOKENS)
        .extracting(Decision::key)
        .containsExactly("gen_ai.usage.input_tokens");
  }

  @Test
  void decisions_nameTheKeyThatWon() {
    spans.add("a", "", "w", 0, 1).with("heddle.workflow.name", "w").with("agent.name", "x");

    List<Decision> decisions = new RunAssembler().assemble(spans.table()).decisions();

    assertThat(decisions).extracting(Decision::key).contains("heddle.workflow.name", "span name");
    assertThat(decisions).extracting(Decision::key).doesNotContain("agent.name");
  }

  @Test
  void spanInsideAnEnvelopeAndItsWorkflow_isDecidedOnce() {
    agentBehindARequest();

    List<Decision> decisions = new RunAssembler().assemble(spans.table()).decisions();

    assertThat(decisions)
        .filteredOn(decision -> decision.key().equals("openinference.span.kind"))
        .extracting(Decision::spans)
        .containsOnly(1L);
  }

  @Test
  void envelopeAndItsOwnOperations_areUnmapped() {
    agentBehindARequest();

    assertThat(new RunAssembler().assemble(spans.table()).unmapped()).isEqualTo(2);
  }

  @Test
  void operationOfAPlainService_isAWorkflowAndMapped() {
    spans.add("a", "", "POST /ask", 0, 100);
    spans.add("b", "a", "select", 1, 9);

    assertThat(new RunAssembler().assemble(spans.table()).unmapped()).isZero();
  }

  private void agentBehindARequest() {
    spans.add("a", "", "POST /ask", 0, 100);
    spans.add("b", "a", "check token", 1, 9);
    spans.add("c", "a", "run", 10, 99).with("openinference.span.kind", "AGENT");
    spans.add("d", "c", "think", 11, 50);
  }

  private static List<String> nodes(Run run) {
    return run.executions().stream().map(Execution::node).toList();
  }

  private static List<String> names(Run run) {
    return run.executions().stream().map(Execution::node).toList();
  }

  private static List<String> types(Run run) {
    return run.executions().stream().map(Execution::type).toList();
  }

  private static List<Role> roles(Run run) {
    return run.executions().stream().map(Execution::role).toList();
  }
}
