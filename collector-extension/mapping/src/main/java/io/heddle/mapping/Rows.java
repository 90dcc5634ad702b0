package io.heddle.mapping;

import io.heddle.contract.SpanAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The mapping table: sources in order of belief, and the keys by which they say a field. */
final class Rows {
  private static final double SECOND = 1e9;
  private static final double MILLISECOND = 1e6;

  static final List<Row> ALL = all();
  static final Map<String, List<Row>> BY_KEY =
      ALL.stream().collect(Collectors.groupingBy(Row::key));

  private static List<Row> all() {
    RowList rows = new RowList();
    heddle(rows.of(Source.HEDDLE));
    heddleEvidence(rows.of(Source.HEDDLE));
    engines(rows);
    businessEngines(rows);
    genAi(rows.of(Source.GEN_AI));
    openInference(rows.of(Source.OPENINFERENCE));
    openLlmetry(rows.of(Source.OPENLLMETRY));
    langfuse(rows.of(Source.LANGFUSE));
    vercelAi(rows.of(Source.VERCEL_AI));
    cicd(rows.of(Source.CICD));
    generic(rows.of(Source.GENERIC));
    return rows.rows();
  }

  private static void heddle(RowList.Of heddle) {
    heddle
        .row(Field.ENGINE, SpanAttributes.ENGINE)
        .row(Field.WORKFLOW, SpanAttributes.WORKFLOW_NAME)
        .row(Field.WORKFLOW_VERSION, SpanAttributes.WORKFLOW_VERSION)
        .row(Field.RUN_ID, SpanAttributes.RUN_ID)
        .row(Field.GRAPH, SpanAttributes.GRAPH)
        .row(Field.GRAPH_HASH, SpanAttributes.GRAPH_HASH)
        .row(Field.NODE_MARK, SpanAttributes.NODE_ID)
        .row(Field.TYPE, SpanAttributes.NODE_TYPE, SpanAttributes.OPERATION_TYPE)
        .row(Field.ATTEMPT, SpanAttributes.NODE_ATTEMPT)
        .row(Field.VISIT, SpanAttributes.NODE_VISIT)
        .row(Field.COLD, SpanAttributes.NODE_COLD)
        .row(Field.ASYNC, SpanAttributes.NODE_ASYNC);
  }

  private static void heddleEvidence(RowList.Of heddle) {
    heddle
        .row(Field.WAIT_NS, SpanAttributes.NODE_WAIT_NS)
        .row(Field.READS, SpanAttributes.NODE_READS)
        .row(Field.WRITES, SpanAttributes.NODE_WRITES)
        .row(Field.INPUT_CLASS, SpanAttributes.NODE_INPUT_CLASS)
        .row(Field.OUTPUT_CLASS, SpanAttributes.NODE_OUTPUT_CLASS)
        .row(Field.INPUT_DIGEST, SpanAttributes.NODE_INPUT_DIGEST)
        .row(Field.OUTPUT_DIGEST, SpanAttributes.NODE_OUTPUT_DIGEST)
        .row(Field.CACHE, SpanAttributes.NODE_CACHE)
        .row(Field.CPU_NS, SpanAttributes.NODE_CPU_NS)
        .row(Field.ALLOC_BYTES, SpanAttributes.NODE_ALLOC_BYTES);
  }

  private static void engines(RowList rows) {
    rows.of(Source.DIFY)
        .row(Field.WORKFLOW, "dify.app_id", "dify.workflow_id")
        .row(Field.WORKFLOW_VERSION, "dify.workflow_id")
        .with("node.type")
        .row(Field.NODE_MARK, "node.id")
        .with("node.id")
        .row(Field.TYPE, "node.type");
    rows.of(Source.DIFY)
        .row(Field.TYPE, "gen_ai.span.kind")
        .row(Field.FIRST_TOKEN_NS, "gen_ai.user.time_to_first_token");
    rows.of(Source.N8N)
        .row(Field.WORKFLOW, "n8n.workflow.name", "n8n.workflow.id")
        .row(Field.WORKFLOW_VERSION, "n8n.workflow.version_id")
        .row(Field.RUN_ID, "n8n.execution.id")
        .row(Field.NODE_MARK, "n8n.node.id", "n8n.node.name")
        .row(Field.NODE, "n8n.node.name")
        .row(Field.TYPE, "n8n.node.type")
        .row(Field.ERROR, "n8n.execution.error_type")
        .row(Field.RESULT, "n8n.execution.status");
    rows.of(Source.AIRFLOW)
        .row(Field.WORKFLOW, "airflow.dag_id")
        .row(Field.RUN_ID, "airflow.dag_run.run_id", "airflow.run_id")
        .row(Field.NODE_MARK, "airflow.task_id")
        .row(Field.NODE, "airflow.task_id")
        .row(Field.TYPE, "airflow.task_instance.operator")
        .row(Field.ATTEMPT, "airflow.task_instance.try_number", "airflow.try_number")
        .row(Field.RESULT, "airflow.task_instance.state", "airflow.dag_run.state")
        .with("airflow.task_id")
        .row(Field.ATTEMPT, "task_instance.try_number")
        .row(Field.RESULT, "task_instance.state");
    rows.of(Source.KESTRA)
        .row(Field.WORKFLOW, "kestra.flowId")
        .row(Field.RUN_ID, "kestra.executionId")
        .row(Field.NODE_MARK, "kestra.uid");
  }

  private static void businessEngines(RowList rows) {
    rows.of(Source.TEMPORAL)
        .with("workflowId")
        .row(Field.RUN_ID, "runId")
        .with("activityId")
        .row(Field.ATTEMPT, "attempt");
    rows.of(Source.CAMEL)
        .row(Field.WORKFLOW, "camel.routeId", "camel.route.id")
        .with("exchangeId")
        .row(Field.WORKFLOW, "routeId")
        .row(Field.NODE_MARK, "exchangeId");
    rows.of(Source.SPRING_BATCH)
        .row(Field.WORKFLOW, "spring.batch.job.name")
        .row(Field.RUN_ID, "spring.batch.job.executionId")
        .row(Field.NODE_MARK, "spring.batch.step.name")
        .row(Field.NODE, "spring.batch.step.name")
        .row(Field.RESULT, "spring.batch.step.status", "spring.batch.job.status");
    rows.of(Source.SONATAFLOW)
        .row(Field.WORKFLOW, "sonataflow.process.id")
        .row(Field.WORKFLOW_VERSION, "sonataflow.process.version")
        .row(Field.RUN_ID, "sonataflow.process.instance.id")
        .row(Field.NODE_MARK, "sonataflow.workflow.state")
        .row(Field.NODE, "sonataflow.workflow.state")
        .row(Field.RESULT, "sonataflow.process.instance.state");
  }

  private static void genAi(RowList.Of genAi) {
    genAi
        .row(Field.WORKFLOW, "gen_ai.workflow.name")
        .row(Field.NODE_MARK, "gen_ai.operation.name", "gen_ai.request.model", "gen_ai.tool.name")
        .row(Field.TYPE, "gen_ai.operation.name")
        .row(Field.PROVIDER, "gen_ai.provider.name", "gen_ai.system")
        .row(Field.REQUEST_MODEL, "gen_ai.request.model")
        .row(Field.RESPONSE_MODEL, "gen_ai.response.model")
        .row(Field.INPUT_TOKENS, "gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens")
        .row(Field.OUTPUT_TOKENS, "gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens")
        .row(
            Field.CACHE_READ_TOKENS,
            "gen_ai.usage.cache_read.input_tokens",
            "gen_ai.usage.cache_read_input_tokens",
            "gen_ai.usage.input_tokens.cached")
        .row(
            Field.CACHE_WRITE_TOKENS,
            "gen_ai.usage.cache_creation.input_tokens",
            "gen_ai.usage.cache_write.input_tokens",
            "gen_ai.usage.cache_creation_input_tokens")
        .row(
            Field.REASONING_TOKENS,
            "gen_ai.usage.reasoning.output_tokens",
            "gen_ai.usage.reasoning_tokens")
        .scaled(
            Field.FIRST_TOKEN_NS,
            SECOND,
            "gen_ai.response.time_to_first_chunk",
            "gen_ai.server.time_to_first_token")
        .row(Field.COST, "gen_ai.usage.cost")
        .row(Field.INPUT, "gen_ai.input.messages", "gen_ai.tool.call.arguments", "gen_ai.prompt")
        .row(
            Field.OUTPUT, "gen_ai.output.messages", "gen_ai.tool.call.result", "gen_ai.completion");
  }

  private static void openInference(RowList.Of openInference) {
    openInference
        .row(Field.WORKFLOW, "agent.name")
        .row(Field.NODE_MARK, "graph.node.id", "openinference.span.kind")
        .row(Field.NODE, "graph.node.name", "graph.node.id")
        .row(Field.TYPE, "openinference.span.kind")
        .row(Field.PROVIDER, "llm.provider", "llm.system")
        .row(Field.REQUEST_MODEL, "llm.model_name", "embedding.model_name")
        .row(Field.INPUT_TOKENS, "llm.token_count.prompt")
        .row(Field.OUTPUT_TOKENS, "llm.token_count.completion")
        .row(Field.CACHE_READ_TOKENS, "llm.token_count.prompt_details.cache_read")
        .row(Field.CACHE_WRITE_TOKENS, "llm.token_count.prompt_details.cache_write")
        .row(Field.REASONING_TOKENS, "llm.token_count.completion_details.reasoning")
        .row(Field.COST, "llm.cost.total")
        .row(Field.INPUT, "input.value")
        .row(Field.OUTPUT, "output.value");
  }

  private static void openLlmetry(RowList.Of openLlmetry) {
    openLlmetry
        .row(Field.WORKFLOW, "traceloop.workflow.name")
        .row(Field.WORKFLOW_VERSION, "traceloop.entity.version")
        .row(Field.NODE_MARK, "traceloop.entity.name", "traceloop.span.kind")
        .row(Field.NODE, "traceloop.entity.name")
        .row(Field.TYPE, "traceloop.span.kind", "llm.request.type")
        .row(Field.REQUEST_MODEL, "llm.request.model")
        .row(Field.RESPONSE_MODEL, "llm.response.model")
        .row(Field.INPUT_TOKENS, "llm.usage.prompt_tokens")
        .row(Field.OUTPUT_TOKENS, "llm.usage.completion_tokens")
        .row(Field.INPUT, "traceloop.entity.input")
        .row(Field.OUTPUT, "traceloop.entity.output");
  }

  private static void langfuse(RowList.Of langfuse) {
    langfuse
        .row(Field.WORKFLOW, "langfuse.trace.name", "langsmith.trace.name")
        .row(Field.WORKFLOW_VERSION, "langfuse.version", "langfuse.release")
        .row(
            Field.NODE_MARK,
            "langfuse.observation.metadata.langgraph_node",
            "langsmith.metadata.langgraph_node",
            "langfuse.observation.type",
            "langsmith.span.kind")
        .row(
            Field.NODE,
            "langfuse.observation.metadata.langgraph_node",
            "langsmith.metadata.langgraph_node")
        .row(Field.TYPE, "langfuse.observation.type", "langsmith.span.kind")
        .row(Field.REQUEST_MODEL, "langfuse.observation.model.name")
        .row(Field.INPUT, "langfuse.observation.input")
        .row(Field.OUTPUT, "langfuse.observation.output");
  }

  private static void vercelAi(RowList.Of vercelAi) {
    vercelAi
        .row(Field.NODE_MARK, "ai.operationId")
        .row(Field.TYPE, "ai.operationId")
        .row(Field.PROVIDER, "ai.model.provider")
        .row(Field.REQUEST_MODEL, "ai.model.id")
        .row(Field.RESPONSE_MODEL, "ai.response.model")
        .row(Field.INPUT_TOKENS, "ai.usage.inputTokens", "ai.usage.promptTokens", "ai.usage.tokens")
        .row(Field.OUTPUT_TOKENS, "ai.usage.outputTokens", "ai.usage.completionTokens")
        .row(Field.CACHE_READ_TOKENS, "ai.usage.cachedInputTokens")
        .row(Field.REASONING_TOKENS, "ai.usage.reasoningTokens")
        .scaled(Field.FIRST_TOKEN_NS, MILLISECOND, "ai.response.msToFirstChunk")
        .row(Field.INPUT, "ai.prompt.messages", "ai.prompt", "ai.toolCall.args", "ai.value")
        .row(Field.OUTPUT, "ai.response.text", "ai.response.object", "ai.toolCall.result");
  }

  private static void cicd(RowList.Of cicd) {
    cicd.row(Field.WORKFLOW, "cicd.pipeline.name")
        .row(Field.RUN_ID, "cicd.pipeline.run.id")
        .row(Field.NODE_MARK, "cicd.pipeline.task.name")
        .row(Field.NODE, "cicd.pipeline.task.name")
        .row(Field.TYPE, "cicd.pipeline.task.type")
        .row(Field.RESULT, "cicd.pipeline.task.run.result", "cicd.pipeline.result");
  }

  private static void generic(RowList.Of generic) {
    generic
        .row(Field.SERVICE_VERSION, "service.version")
        .row(Field.INSTANCE, "service.instance.id")
        .row(Field.RESENDS, "http.request.resend_count")
        .row(Field.ERROR, "error.type", "exception.type")
        .row(
            Field.TYPE,
            "db.system.name",
            "db.system",
            "messaging.system",
            "rpc.system",
            "http.request.method",
            "http.method",
            "http.route");
  }

  private Rows() {}
}
