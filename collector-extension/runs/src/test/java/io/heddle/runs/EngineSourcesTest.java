package io.heddle.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Execution.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What engines write beside the plain case: retries, resumed runs, nested workflows, fan-outs. */
final class EngineSourcesTest {
  private static final String RUN = "0193b2aa-7c1e-7d3f-9c55-1e0f5a6b7c8d";

  private final TestSpans spans = new TestSpans();

  @Test
  void temporal_retriedActivityWaitsOnlyBeforeItsFirstAttempt() {
    spans.add("b", "", "RunWorkflow:Order", 0, 100).with("workflowId", "w").with("runId", RUN);
    spans.add("c", "b", "StartActivity:Charge", 10, 10).with("workflowId", "w");
    spans.add("d", "c", "RunActivity:Charge", 20, 30).with("workflowId", "w").failed();
    spans.add("e", "c", "RunActivity:Charge", 60, 80).with("workflowId", "w");

    Run run = spans.runs().get(0);

    assertThat(nodes(run)).containsExactly("Charge", "Charge");
    Execution first = run.executions().get(2);
    Execution second = run.executions().get(3);
    assertThat(first.type()).isEqualTo("activity");
    assertThat(first.waitNs()).isEqualTo(10_000_000);
    assertThat(second.waitNs()).isEqualTo(-1);
    assertThat(List.of(first.attempt(), second.attempt())).containsExactly(1, 2);
    assertThat(second.visit()).isEqualTo(1);
  }

  @Test
  void temporal_workflowWrittenAsInstantsLastsAsLongAsItsActivities() {
    spans
        .add("a", "", "StartWorkflow:Greet", 0, 5)
        .kind(Kind.CLIENT)
        .with("temporalWorkflowID", "w");
    spans
        .add("b", "a", "RunWorkflow:Greet", 10, 10)
        .kind(Kind.SERVER)
        .with("temporalWorkflowID", "w")
        .with("temporalRunID", RUN);
    spans.add("c", "b", "StartActivity:compose", 10, 10).with("temporalRunID", RUN);
    spans.add("d", "c", "RunActivity:compose", 25, 70).kind(Kind.SERVER).with("temporalRunID", RUN);
    spans.add("e", "b", "CompleteWorkflow:Greet", 80, 80).with("temporalRunID", RUN);

    Run run = named("Greet");

    assertThat(run.runId()).isEqualTo(RUN);
    assertThat(run.root().durationNs()).isEqualTo(70_000_000);
    assertThat(run.flags()).contains(Run.Flag.INSTANT_WORKFLOW);
    assertThat(run.executions().get(2).waitNs()).isEqualTo(15_000_000);
  }

  @Test
  void temporal_childWorkflowIsANodeThatWaited() {
    spans.add("b", "", "RunWorkflow:Order", 0, 100).with("workflowId", "w").with("runId", RUN);
    spans.add("c", "b", "StartChildWorkflow:Ship", 10, 12).with("workflowId", "w2");
    spans.add("d", "c", "RunWorkflow:Ship", 20, 90).with("workflowId", "w2").with("runId", "r2");

    Run run = named("Order");

    Execution child = run.executions().get(2);
    assertThat(child.node()).isEqualTo("Ship");
    assertThat(child.type()).isEqualTo("subworkflow");
    assertThat(child.waitNs()).isEqualTo(8_000_000);
    assertThat(named("Ship").isCounted()).isFalse();
  }

  @Test
  void temporal_runThatContinuesAnotherIsARunOfTheSameWorkflow() {
    spans.add("b", "", "RunWorkflow:Poll", 0, 50).with("workflowId", "w").with("runId", "r1");
    spans.add("c", "b", "StartContinueAsNewWorkflow:Poll", 49, 50).with("workflowId", "w");
    spans.add("d", "c", "RunWorkflow:Poll", 60, 90).with("workflowId", "w").with("runId", "r2");

    List<Run> runs = spans.runs();

    assertThat(runs).extracting(Run::runId).containsExactly("r1", "r2");
    assertThat(runs).allMatch(Run::isCounted);
    assertThat(runs.get(1).flags()).doesNotContain(Run.Flag.ORPHAN_ROOT);
  }

  @Test
  void temporal_signalInATraceOfItsOwnBelongsToTheRunItCameTo() {
    spans.add("b", "", "RunWorkflow:Order", 0, 100).with("workflowId", "w").with("runId", RUN);
    spans
        .add("c", "", "HandleSignal:paid", 40, 41)
        .trace("2")
        .service("worker-2")
        .with("workflowId", "w")
        .with("runId", RUN);

    List<Run> runs = spans.runs();

    assertThat(runs).hasSize(1);
    assertThat(runs.get(0).executions()).hasSize(2);
    assertThat(runs.get(0).flags()).contains(Run.Flag.SEVERAL_ROOTS);
  }

  @Test
  void runWithAnIdOfItsOwn_goesFromServiceToService_butACountedNumberDoesNot() {
    piece("a", "1", "api", RUN);
    piece("b", "2", "worker", RUN);
    piece("c", "3", "api", "55");
    piece("d", "4", "worker", "55");

    assertThat(spans.runs()).extracting(Run::runId).containsExactly(RUN, "55", "55");
  }

  @Test
  void airflow_spansInsideATaskAreNotTheTaskAgain() {
    airflow("a", "", "dag_run.etl", 0, 100);
    task(airflow("b", "a", "task_run.load", 10, 60), "load");
    task(airflow("c", "b", "worker.load", 20, 59), "load");
    task(airflow("d", "c", "chat m-1", 30, 50), "load")
        .with("gen_ai.operation.name", "chat")
        .with("gen_ai.usage.input_tokens", 5);
    task(airflow("e", "a", "task_run.notify[0]", 61, 70), "notify");
    task(airflow("f", "a", "task_run.notify[1]", 61, 80), "notify");

    Run run = spans.runs().get(0);

    assertThat(nodes(run)).containsExactly("load", "notify", "notify");
    assertThat(run.executions()).extracting(Execution::visit).containsExactly(1, 1, 1, 1, 1, 2);
  }

  @Test
  void airflow_taskBeginsWhereItsWorkerDoes_andWaitedBefore() {
    airflow("a", "", "dag_run.etl", 0, 100);
    task(airflow("b", "a", "task_run.load[3]", 10, 90), "load");
    task(airflow("c", "b", "worker.load_3", 30, 40), "load");
    task(airflow("d", "b", "trigger.load", 40, 70), "load");
    task(airflow("e", "b", "worker.load_3", 75, 90), "load");

    Run run = spans.runs().get(0);

    Execution load = run.executions().get(1);
    assertThat(load.waitNs()).isEqualTo(20_000_000);
    assertThat(load.durationNs()).isEqualTo(60_000_000);
    assertThat(run.executions().get(2).node()).isEqualTo("worker.load");
  }

  @Test
  void wordThatAnybodyUses_isNoWorkerOfAirflow() {
    spans.add("a", "", "GET /", 0, 100);
    spans.add("b", "a", "worker.load_3", 30, 40);

    Run run = spans.runs().get(0);

    assertThat(run.executions().get(1).node()).isEqualTo("worker.load_3");
    assertThat(run.root().waitNs()).isEqualTo(-1);
  }

  @Test
  void githubActions_queueOfAJobIsItsWait_andStepsBelowItAreTheJobs() {
    spans.add("a", "", "CI", 0, 100).resource("cicd.pipeline.name", "CI");
    job(spans.add("b", "a", "build", 5, 95));
    job(spans.add("c", "b", "queue-build", 5, 25)).with("cicd.pipeline.run.queue.duration", 2e7);
    job(spans.add("d", "c", "Compile", 26, 80)).with("cicd.pipeline.task.name", "Compile");
    job(spans.add("e", "b", "Publish", 80, 95)).with("cicd.pipeline.task.name", "Publish");

    Run run = named("CI");

    assertThat(nodes(run)).containsExactly("build", "Compile", "Publish");
    Execution build = run.executions().get(1);
    assertThat(build.waitNs()).isEqualTo(20_000_000);
    assertThat(build.durationNs()).isEqualTo(70_000_000);
    assertThat(run.executions()).extracting(Execution::parent).containsExactly(-1, 0, 1, 1);
  }

  @Test
  void prefect_namesOfRunsAreNoNamesOfFlowsAndTasks() {
    spans
        .add("a", "", "amber-otter", 0, 100)
        .with("prefect.run.type", "flow")
        .with("prefect.run.name", "amber-otter")
        .with("prefect.flow.name", "etl");
    spans
        .add("b", "a", "load-4f1", 10, 90)
        .with("prefect.run.type", "task")
        .with("prefect.run.name", "load-4f1")
        .with("prefect.flow.name", "etl");

    Run run = spans.runs().get(0);

    assertThat(run.workflow().name()).isEqualTo("etl");
    assertThat(run.root().node()).isEqualTo("etl");
    assertThat(nodes(run)).containsExactly("load");
  }

  @Test
  void n8n_resumedExecutionIsOneRun_andASubWorkflowIsNamed() {
    n8n("a", "", "1", "Approve", "55", 0, 10);
    n8n("b", "", "2", "Approve", "55", 500, 600);
    spans
        .add("c", "b", "node.execute", 510, 590)
        .trace("2")
        .with("n8n.node.name", "Call")
        .with("n8n.node.type", "n8n-nodes-base.executeWorkflow");
    n8n("d", "c", "2", "Ship", "56", 511, 589);

    Run run = named("Approve");

    assertThat(run.executions()).hasSize(4);
    assertThat(nodes(run)).containsExactly("Call", "Ship");
    assertThat(run.executions().get(3).type()).isEqualTo("subworkflow");
  }

  @Test
  void dify_versionComesFromTheSpanThatKnowsIt() {
    spans
        .add("a", "", "generate", 0, 100)
        .with("dify.app_id", "app-1")
        .with("dify.workflow_id", "unknown");
    spans
        .add("b", "a", "WorkflowAppRunner.run", 1, 99)
        .with("dify.app_id", "app-1")
        .with("dify.workflow_id", "wf-7");
    spans
        .add("c", "b", "Answer", 10, 90)
        .with("node.id", "17")
        .with("node.type", "llm")
        .with("gen_ai.span.kind", "LLM")
        .with("gen_ai.usage.input_tokens", 3);

    List<Run> runs = spans.runs();

    assertThat(runs).hasSize(1);
    assertThat(runs.get(0).workflow()).isEqualTo(new WorkflowKey("shop", "app-1", "wf-7"));
    assertThat(nodes(runs.get(0))).containsExactly("Answer");
  }

  @Test
  void camel_routeThatAnEndpointLeadsToIsNotTheEndpointAgain() {
    camel("a", "", "orders", "camel-kafka", 0, 100);
    camel("b", "a", "stock", "camel-direct", 10, 90);
    camel("c", "b", "stock", "camel-direct", 11, 89);
    camel("d", "c", "http-POST", "camel-http", 20, 80);

    Run run = spans.runs().get(0);

    assertThat(run.workflow().name()).isEqualTo("orders");
    assertThat(nodes(run)).containsExactly("stock", "http-POST");
    assertThat(run.executions().get(3).type()).isEqualTo("http_request");
  }

  @Test
  void pipelineNamedByItsResource_isTheWorkflowOfItsJobs() {
    spans
        .add("a", "", "RUN", 0, 100)
        .resource("cicd.pipeline.name", "release")
        .resource("cicd.pipeline.run.id", "42");
    spans
        .add("b", "a", "job", 1, 90)
        .resource("cicd.pipeline.name", "release")
        .resource("cicd.pipeline.run.id", "42")
        .with("cicd.pipeline.task.name", "test")
        .with("cicd.pipeline.task.type", "test");

    Run run = spans.runs().get(0);

    assertThat(run.workflow().name()).isEqualTo("release");
    assertThat(run.runId()).isEqualTo("42");
    assertThat(nodes(run)).containsExactly("test");
  }

  @Test
  void jenkins() {
    spans
        .add("a", "", "BUILD shop", 0, 100)
        .with("ci.pipeline.id", "shop")
        .with("ci.pipeline.run.number", 7);
    spans
        .add("b", "a", "Stage: test", 1, 90)
        .with("jenkins.pipeline.step.id", "11")
        .with("jenkins.pipeline.step.type", "stage");

    Run run = spans.runs().get(0);

    assertThat(run.workflow().name()).isEqualTo("shop");
    assertThat(run.runId()).isEqualTo("7");
    assertThat(nodes(run)).containsExactly("Stage: test");
    assertThat(run.executions().get(1).type()).isEqualTo("stage");
  }

  @Test
  void springAi_kindsAreTypesAndTokensOnTheCall() {
    spans.add("a", "", "POST /ask", 0, 100).kind(Kind.SERVER).with("http.request.method", "POST");
    springAi("b", "a", "spring_ai chat_client", "chat_client", 1, 99);
    springAi("c", "b", "call", "advisor", 2, 98);
    spans
        .add("d", "c", "chat m-1", 3, 50)
        .with("gen_ai.operation.name", "chat")
        .with("gen_ai.usage.input_tokens", 9);
    springAi("e", "c", "tool_call stock", "tool_call", 51, 90);

    Run run = spans.runs().get(0);

    assertThat(run.executions())
        .extracting(Execution::type)
        .containsExactly("workflow", "chat_client", "advisor", "llm", "tool");
    assertThat(run.executions()).filteredOn(it -> it.usage() != null).hasSize(1);
  }

  private void piece(String id, String trace, String service, String runId) {
    spans
        .add(id, "", "step", 0, 10)
        .trace(trace)
        .service(service)
        .with("heddle.workflow.name", "order")
        .with("heddle.run.id", runId);
  }

  private TestSpans.TestSpan airflow(String id, String parent, String name, long from, long to) {
    return spans
        .add(id, parent, name, from, to)
        .with("airflow.dag_id", "etl")
        .with("airflow.dag_run.run_id", "manual__1");
  }

  private static TestSpans.TestSpan task(TestSpans.TestSpan span, String task) {
    return span.with("airflow.task_id", task).with("airflow.task_instance.try_number", 1);
  }

  private static TestSpans.TestSpan job(TestSpans.TestSpan span) {
    return span.resource("cicd.pipeline.name", "build");
  }

  private void n8n(
      String id,
      String parent,
      String trace,
      String workflow,
      String execution,
      long from,
      long to) {
    spans
        .add(id, parent, "workflow.execute", from, to)
        .trace(trace)
        .with("n8n.workflow.name", workflow)
        .with("n8n.execution.id", execution);
  }

  private void camel(String id, String parent, String name, String component, long from, long to) {
    spans.add(id, parent, name, from, to).with("exchangeId", "X-1").with("component", component);
  }

  private void springAi(String id, String parent, String name, String kind, long from, long to) {
    spans
        .add(id, parent, name, from, to)
        .with("spring.ai.kind", kind)
        .with("gen_ai.operation.name", "framework")
        .with("gen_ai.system", "spring_ai");
  }

  private Run named(String workflow) {
    return spans.runs().stream()
        .filter(run -> run.workflow().name().equals(workflow))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> nodes(Run run) {
    return run.executions().stream()
        .filter(execution -> execution.role() == Role.NODE)
        .map(Execution::node)
        .toList();
  }
}
