package io.heddle.mapping;

/** What workflow engines write. */
final class EngineRows {
  static void add(RowList rows) {
    dify(rows.of(Source.DIFY));
    n8n(rows.of(Source.N8N));
    airflow(rows.of(Source.AIRFLOW));
    kestra(rows.of(Source.KESTRA));
    temporal(rows.of(Source.TEMPORAL));
    camel(rows.of(Source.CAMEL));
    springBatch(rows.of(Source.SPRING_BATCH));
    sonataFlow(rows.of(Source.SONATAFLOW));
    jenkins(rows.of(Source.JENKINS));
    prefect(rows.of(Source.PREFECT));
    DurableRows.add(rows);
    langGraph(rows.of(Source.LANGGRAPH));
    FrameworkRows.addEngines(rows);
  }

  private static void dify(RowList.Of dify) {
    dify.row(Field.WORKFLOW, "dify.app_id", "dify.workflow_id")
        .row(Field.WORKFLOW_VERSION, "dify.workflow_id")
        .with("dify.app_id")
        .row(Field.USER, "gen_ai.user.id");
    dify.with("node.type").row(Field.NODE_MARK, "node.id");
    dify.with("node.id").row(Field.TYPE, "node.type");
    dify.row(Field.TYPE, "gen_ai.span.kind")
        .row(Field.FIRST_TOKEN_NS, "gen_ai.user.time_to_first_token");
  }

  private static void n8n(RowList.Of n8n) {
    n8n.row(Field.WORKFLOW, "n8n.workflow.name", "n8n.workflow.id")
        .row(Field.WORKFLOW_VERSION, "n8n.workflow.version_id")
        .row(Field.RUN_ID, "n8n.execution.id")
        .row(Field.NODE_MARK, "n8n.node.id", "n8n.node.name")
        .row(Field.NODE, "n8n.node.name")
        .row(Field.TYPE, "n8n.node.type")
        .row(Field.ERROR, "n8n.execution.error_type")
        .row(Field.RESULT, "n8n.execution.status");
  }

  private static void airflow(RowList.Of airflow) {
    airflow
        .row(Field.WORKFLOW, "airflow.dag_id", "airflow.dag_run.dag_id")
        .row(Field.RUN_ID, "airflow.dag_run.run_id", "airflow.run_id")
        .row(Field.NODE_MARK, "airflow.task_id", "airflow.task_instance.task_id")
        .row(Field.NODE, "airflow.task_id", "airflow.task_instance.task_id")
        .row(Field.TYPE, "airflow.task_instance.operator")
        .row(Field.ATTEMPT, "airflow.task_instance.try_number", "airflow.try_number")
        .row(Field.RESULT, "airflow.task_instance.state", "airflow.dag_run.state")
        .with("airflow.task_id")
        .row(Field.ATTEMPT, "task_instance.try_number")
        .row(Field.RESULT, "task_instance.state");
  }

  private static void kestra(RowList.Of kestra) {
    kestra
        .row(Field.WORKFLOW, "kestra.flowId")
        .row(Field.RUN_ID, "kestra.executionId")
        .row(Field.NODE_MARK, "kestra.uid");
  }

  /** The Java SDK's keys, then those of Go, Python, Ruby and .NET, then TypeScript's. */
  private static void temporal(RowList.Of temporal) {
    temporal.with("workflowId").row(Field.RUN_ID, "runId");
    temporal.row(Field.RUN_ID, "temporalRunID", "temporalRunId");
    temporal.with("task_token").row(Field.RUN_ID, "run_id");
    temporal.with("activityId").row(Field.ATTEMPT, "attempt");
  }

  private static void camel(RowList.Of camel) {
    camel
        .row(Field.WORKFLOW, "camel.routeId", "camel.route.id")
        .with("exchangeId")
        .row(Field.WORKFLOW, "routeId")
        .row(Field.NODE_MARK, "exchangeId")
        .row(Field.TYPE, "component");
  }

  private static void springBatch(RowList.Of springBatch) {
    springBatch
        .row(Field.WORKFLOW, "spring.batch.job.name")
        .row(Field.RUN_ID, "spring.batch.job.executionId")
        .row(Field.NODE_MARK, "spring.batch.step.name")
        .row(Field.NODE, "spring.batch.step.name")
        .row(Field.TYPE, "spring.batch.step.type")
        .row(Field.RESULT, "spring.batch.step.status", "spring.batch.job.status");
  }

  private static void sonataFlow(RowList.Of sonataFlow) {
    sonataFlow
        .row(Field.WORKFLOW, "sonataflow.process.id")
        .row(Field.WORKFLOW_VERSION, "sonataflow.process.version")
        .row(Field.RUN_ID, "sonataflow.process.instance.id")
        .row(Field.NODE_MARK, "sonataflow.workflow.state")
        .row(Field.NODE, "sonataflow.workflow.state")
        .row(Field.RESULT, "sonataflow.process.instance.state");
  }

  private static void jenkins(RowList.Of jenkins) {
    jenkins
        .row(Field.WORKFLOW, "ci.pipeline.id", "ci.pipeline.name")
        .row(Field.RUN_ID, "ci.pipeline.run.number")
        .row(Field.NODE_MARK, "jenkins.pipeline.step.id")
        .row(Field.TYPE, "jenkins.pipeline.step.type")
        .word(Field.WAIT_MARK, "jenkins.pipeline.step.name", "agent.allocate")
        .row(Field.RESULT, "jenkins.pipeline.step.result", "ci.pipeline.run.result");
  }

  /** Runs of flows have names of their own, made up; tasks are named with a number behind. */
  private static void prefect(RowList.Of prefect) {
    prefect
        .with("prefect.run.type")
        .row(Field.WORKFLOW, "prefect.flow.name")
        .word(Field.NODE_MARK, "prefect.run.type", "task")
        .row(Field.NODE, "prefect.task.name")
        .stem(Field.NODE, "prefect.run.name");
  }

  /** LangGraph writes metadata, which every library that traces it hands on in its own way. */
  private static void langGraph(RowList.Of langGraph) {
    for (String prefix :
        new String[] {
          "langfuse.observation.metadata.",
          "langsmith.metadata.",
          "traceloop.association.properties."
        }) {
      langGraph
          .row(Field.NODE_MARK, prefix + "langgraph_node")
          .row(Field.NODE, prefix + "langgraph_node")
          .row(Field.NODE_PLACE, prefix + "langgraph_checkpoint_ns")
          .row(Field.STEP, prefix + "langgraph_step")
          .row(Field.SESSION, prefix + "thread_id");
    }
    langGraph
        .with("openinference.span.kind")
        .member(Field.NODE_MARK, "metadata", "langgraph_node")
        .member(Field.NODE, "metadata", "langgraph_node")
        .member(Field.NODE_PLACE, "metadata", "langgraph_checkpoint_ns")
        .member(Field.STEP, "metadata", "langgraph_step")
        .member(Field.SESSION, "metadata", "thread_id");
  }

  private EngineRows() {}
}
