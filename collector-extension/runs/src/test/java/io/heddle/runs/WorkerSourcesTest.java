package io.heddle.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Execution.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sources whose tasks wait for workers, agents or pods, written as each of them writes. */
final class WorkerSourcesTest {
  private final TestSpans spans = new TestSpans();

  @Test
  void jenkins_timeUntilAnAgentIsFoundIsTheAgentsWait() {
    spans.add("a", "", "BUILD shop", 0, 100).with("ci.pipeline.id", "shop");
    step("b", "a", "Agent", "agent", 0, 90);
    step("c", "b", "Agent Allocation", "agent.allocate", 0, 30);
    step("d", "b", "Stage: Test", "Test", 31, 89).with("jenkins.pipeline.step.result", "FAILURE");

    Run run = spans.runs().get(0);

    assertThat(names(run)).containsExactly("BUILD shop", "Agent", "Stage: Test");
    assertThat(run.executions().get(1).waitNs()).isEqualTo(30_000_000);
    assertThat(run.executions().get(1).durationNs()).isEqualTo(60_000_000);
    assertThat(run.executions().get(2).error()).isEqualTo("failure");
  }

  private TestSpans.TestSpan step(
      String id, String parent, String name, String step, long startMs, long endMs) {
    return spans
        .add(id, parent, name, startMs, endMs)
        .with("jenkins.pipeline.step.id", id)
        .with("jenkins.pipeline.step.name", step);
  }

  @Test
  void gitLab_pipelineIsNamedByWhatStartsItAndJobsSayHowLongTheyWereQueued() {
    spans.add("a", "", "Fix the cart", 0, 100).with("gitlab.pipeline.source", "push");
    spans.add("b", "a", "test", 20, 90);
    spans
        .add("c", "b", "unit", 20, 90)
        .with("cicd.pipeline.task.name", "unit")
        .with("cicd.pipeline.task.run.result", "success")
        .with("gitlab.job.queued_duration", "0.015");

    Run run = spans.runs().get(0);

    assertThat(run.workflow().name()).isEqualTo("push");
    assertThat(roles(run)).containsExactly(Role.ROOT, Role.OPERATION, Role.NODE);
    assertThat(run.executions().get(2).waitNs()).isEqualTo(15_000_000);
  }

  @Test
  void quarkusFlow_attemptsCountFromZero() {
    spans
        .add("a", "", "workflow.execute order", 0, 100)
        .with("flow.workflow.name", "order")
        .with("flow.workflow.version", "1.1")
        .with("flow.workflow.instance.id", "i-1");
    task("b", 0, 10, 20).failed();
    task("c", 1, 30, 40);

    Run run = spans.runs().get(0);

    assertThat(run.workflow()).isEqualTo(new WorkflowKey("shop", "order", "1.1"));
    assertThat(run.runId()).isEqualTo("i-1");
    assertThat(names(run)).containsExactly("workflow.execute order", "charge", "charge");
    assertThat(run.executions()).extracting(Execution::attempt).containsExactly(1, 1, 2);
  }

  private TestSpans.TestSpan task(String id, int attempt, long startMs, long endMs) {
    return spans
        .add(id, "a", "task.execute charge", startMs, endMs)
        .with("flow.workflow.name", "order")
        .with("flow.workflow.instance.id", "i-1")
        .with("flow.task.id", "do/0/charge")
        .with("flow.task.name", "charge")
        .with("flow.task.type", "CALL_HTTP")
        .with("flow.task.retry_attempt", attempt);
  }

  @Test
  void durableTask_activityWaitsUntilTheWorkerBegins() {
    durable("a", "", "create_orchestration:Order", "orchestration", "Order", 0, 5);
    durable("b", "a", "orchestration:Order", "orchestration", "Order", 20, 100);
    durable("c", "b", "activity:Charge", "activity", "Charge", 30, 60).kind(Kind.CLIENT);
    durable("d", "c", "activity:Charge", "activity", "Charge", 42, 60).kind(Kind.SERVER);
    durable("e", "b", "orchestration:Order:timer", "timer", "Order", 60, 90);

    List<Run> runs = spans.runs();

    assertThat(runs).filteredOn(Run::isCounted).hasSize(1);
    Run run = runs.stream().filter(Run::isCounted).findFirst().orElseThrow();
    assertThat(run.workflow().name()).isEqualTo("Order");
    assertThat(roles(run)).containsExactly(Role.ROOT, Role.NODE, Role.OPERATION, Role.NODE);
    assertThat(names(run)).contains("Charge", "timer");
    assertThat(run.executions().get(1).waitNs()).isEqualTo(12_000_000);
    assertThat(run.executions().get(1).durationNs()).isEqualTo(18_000_000);
  }

  private TestSpans.TestSpan durable(
      String id, String parent, String name, String type, String task, long startMs, long endMs) {
    return spans
        .add(id, parent, name, startMs, endMs)
        .with("durabletask.type", type)
        .with("durabletask.task.name", task)
        .with("durabletask.task.instance_id", "o-1");
  }

  @Test
  void requestThatCarriesTheIdOfTheRunBelowIt_isNoPieceOfIt() {
    spans.add("a", "", "POST /order", 0, 120).with("workflowId", "w").with("runId", "r");
    spans.add("b", "a", "RunWorkflow:Order", 10, 100).with("workflowId", "w").with("runId", "r");
    spans.add("c", "b", "RunActivity:Charge", 20, 90).with("workflowId", "w").with("runId", "r");

    List<Run> counted = spans.runs().stream().filter(Run::isCounted).toList();

    assertThat(counted).hasSize(1);
    assertThat(names(counted.get(0))).containsExactly("RunWorkflow:Order", "Charge");
  }

  @Test
  void zeebe_jobsAreNodesByTheElementTheyServe() {
    spans.add("a", "", "POST /order", 0, 10);
    spans
        .add("b", "a", "reserve", 20, 50)
        .kind(Kind.CONSUMER)
        .with("bpmn-process-id", "order")
        .with("bpmn-process-element-id", "Task_Reserve");

    Run run = spans.runs().get(0);

    assertThat(names(run)).containsExactly("POST /order", "Task_Reserve");
  }

  @Test
  void argo_executionsOfOneTemplateAreOneWorkflowAndPendingPodsWait() {
    spans.add("a", "", "workflow", 0, 100).with("name", "nightly-x7k2p").with("namespace", "ci");
    spans
        .add("b", "a", "node", 10, 90)
        .with("node_id", "nightly-x7k2p-123")
        .with("name", "nightly-x7k2p")
        .with("node_type", "Pod");
    spans.add("c", "b", "node_phase", 10, 40).with("node_phase", "Pending");
    spans.add("d", "b", "node_phase", 40, 90).with("node_phase", "Running");

    Run run = spans.runs().get(0);

    assertThat(run.workflow().name()).isEqualTo("nightly");
    assertThat(names(run)).containsExactly("workflow", "node Pod", "node_phase");
    assertThat(run.executions().get(1).waitNs()).isEqualTo(30_000_000);
  }

  @Test
  void nameThatKubernetesDidNotDraw_isNobodysWorkflow() {
    spans.add("a", "", "reconcile", 0, 100).with("name", "nightly-build").with("node_phase", "x");

    assertThat(spans.runs().get(0).workflow().name()).isEqualTo("reconcile");
  }

  @Test
  void celery_eachTaskOfAChainIsARunThatWaitedSinceItWasSent() {
    spans.add("a", "", "POST /report", 0, 20);
    celery("b", "a", "apply_async/extract", "apply_async", 5, 6);
    celery("c", "b", "run/extract", "run", 10, 110);
    celery("d", "c", "apply_async/load", "apply_async", 100, 101);
    celery("e", "d", "run/load", "run", 131, 180);

    List<Run> runs = spans.runs();

    assertThat(runs)
        .extracting(run -> run.workflow().name())
        .containsExactlyInAnyOrder("POST /report", "extract", "load");
    assertThat(runs).allMatch(Run::isCounted);
    assertThat(runs)
        .extracting(run -> run.root().waitNs())
        .containsExactlyInAnyOrder(-1L, 4_000_000L, 30_000_000L);
  }

  private void celery(
      String id, String parent, String name, String action, long startMs, long endMs) {
    spans
        .add(id, parent, name, startMs, endMs)
        .with("celery.action", action)
        .with("celery.task_name", name.substring(name.indexOf('/') + 1));
  }

  @Test
  void sidekiq_jobsOfOneQueueAreToldApartByTheirClass() {
    spans
        .add("a", "", "default process", 0, 10)
        .with("messaging.system", "sidekiq")
        .with("messaging.sidekiq.job_class", "MailJob");

    assertThat(spans.runs().get(0).workflow().name()).isEqualTo("default process MailJob");
  }

  @Test
  void toolsBehindOneSpanName_areToldApart() {
    spans.add("a", "", "crew", 0, 100).with("openinference.span.kind", "CHAIN");
    tool("b", "ToolUsage._use", "search", 1, 40);
    tool("c", "scrape.run", "scrape", 41, 90);

    assertThat(names(spans.runs().get(0)))
        .containsExactly("crew", "ToolUsage._use search", "scrape.run");
  }

  private void tool(String id, String name, String tool, long startMs, long endMs) {
    spans
        .add(id, "a", name, startMs, endMs)
        .with("openinference.span.kind", "TOOL")
        .with("tool.name", tool);
  }

  @Test
  void invocationThatStartedCold_isColdWithAllThatRanInIt() {
    spans.add("a", "", "resize", 0, 100).with("faas.coldstart", true);
    spans.add("b", "a", "S3.GetObject", 1, 60);
    spans.add("c", "a", "thumbnail", 61, 99).with("faas.coldstart", false);
    spans.add("d", "c", "S3.PutObject", 62, 90);

    assertThat(spans.runs().get(0).executions())
        .extracting(execution -> execution.traits().cold())
        .containsExactly(true, true, false, false);
  }

  @Test
  void processOfAFunction_isItsInstance() {
    spans.add("a", "", "resize", 0, 100).resource("faas.instance", "log-1");
    spans.add("b", "a", "S3.GetObject", 1, 60).resource("faas.instance", "log-1");

    assertThat(spans.runs().get(0).executions().get(1).traits().cold()).isTrue();
  }

  private static List<String> names(Run run) {
    return run.executions().stream().map(Execution::node).toList();
  }

  private static List<Role> roles(Run run) {
    return run.executions().stream().map(Execution::role).toList();
  }
}
