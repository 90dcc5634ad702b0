package io.heddle.mapping;

/** What libraries for agents and models write. */
final class AiRows {
  private static final double SECOND = 1e9;
  private static final double MILLISECOND = 1e6;

  static void add(RowList rows) {
    langSmith(rows.of(Source.LANGSMITH));
    springAi(rows.of(Source.SPRING_AI));
    genAi(rows.of(Source.GEN_AI));
    genAiUsage(rows.of(Source.GEN_AI));
    openInference(rows.of(Source.OPENINFERENCE));
    openLlmetry(rows.of(Source.OPENLLMETRY));
    langfuse(rows.of(Source.LANGFUSE));
    langfuseUsage(rows.of(Source.LANGFUSE));
    vercelAi(rows.of(Source.VERCEL_AI));
    FrameworkRows.addLibraries(rows);
  }

  /** It writes the operation "embeddings" on retrievers, which its own key knows better. */
  private static void langSmith(RowList.Of langSmith) {
    langSmith
        .row(Field.WORKFLOW, "langsmith.trace.name")
        .row(Field.NODE_MARK, "langsmith.span.kind")
        .row(Field.TYPE, "langsmith.span.kind")
        .row(Field.SESSION, "langsmith.metadata.session_id");
  }

  /** It writes "framework" as the operation of everything that is no call of a model. */
  private static void springAi(RowList.Of springAi) {
    springAi
        .row(Field.NODE_MARK, "spring.ai.kind")
        .row(Field.TYPE, "spring.ai.kind")
        .row(Field.INPUT, "spring.ai.tool.call.arguments")
        .row(Field.OUTPUT, "spring.ai.tool.call.result")
        .row(Field.SESSION, "spring.ai.chat.client.conversation.id");
  }

  private static void genAi(RowList.Of genAi) {
    genAi
        .row(Field.WORKFLOW, "gen_ai.workflow.name")
        .row(Field.GRAPH_NODES, "gen_ai.workflow.nodes")
        .row(Field.GRAPH_EDGES, "gen_ai.workflow.edges")
        .row(Field.NODE_MARK, "gen_ai.operation.name", "gen_ai.request.model", "gen_ai.tool.name")
        .row(Field.NODE, "gen_ai.task.name")
        .row(Field.SUBJECT, "gen_ai.tool.name")
        .row(Field.TYPE, "gen_ai.operation.name")
        .row(Field.PROVIDER, "gen_ai.provider.name", "gen_ai.system")
        .row(Field.REQUEST_MODEL, "gen_ai.request.model")
        .row(Field.RESPONSE_MODEL, "gen_ai.response.model")
        .row(Field.SESSION, "gen_ai.conversation.id")
        .row(Field.PROMPT, "gen_ai.prompt.name")
        .row(Field.PROMPT_VERSION, "gen_ai.prompt.version")
        .row(Field.INPUT, "gen_ai.input.messages", "gen_ai.tool.call.arguments", "gen_ai.prompt")
        .row(
            Field.OUTPUT, "gen_ai.output.messages", "gen_ai.tool.call.result", "gen_ai.completion");
  }

  private static void genAiUsage(RowList.Of genAi) {
    genAi
        .row(
            Field.INPUT_TOKENS,
            "gen_ai.usage.input_tokens",
            "gen_ai.usage.prompt_tokens",
            "gen_ai.response.prompt_tokens")
        .row(
            Field.OUTPUT_TOKENS,
            "gen_ai.usage.output_tokens",
            "gen_ai.usage.completion_tokens",
            "gen_ai.response.completion_tokens")
        .row(
            Field.CACHE_READ_TOKENS,
            "gen_ai.usage.cache_read.input_tokens",
            "gen_ai.usage.cache_read_input_tokens",
            "gen_ai.usage.input_tokens.cached",
            "gen_ai.usage.details.cache_read_tokens",
            "gen_ai.usage.details.cached_tokens")
        .member(Field.CACHE_READ_TOKENS, "gen_ai.usage.input_token_details", "cache_read")
        .row(
            Field.CACHE_WRITE_TOKENS,
            "gen_ai.usage.cache_creation.input_tokens",
            "gen_ai.usage.cache_write.input_tokens",
            "gen_ai.usage.cache_creation_input_tokens",
            "gen_ai.usage.cache_write_input_tokens",
            "gen_ai.usage.details.cache_write_tokens")
        .member(Field.CACHE_WRITE_TOKENS, "gen_ai.usage.input_token_details", "cache_creation")
        .row(
            Field.REASONING_TOKENS,
            "gen_ai.usage.reasoning.output_tokens",
            "gen_ai.usage.reasoning_tokens",
            "gen_ai.usage.details.reasoning_tokens")
        .member(Field.REASONING_TOKENS, "gen_ai.usage.output_token_details", "reasoning")
        .scaled(
            Field.FIRST_TOKEN_NS,
            SECOND,
            "gen_ai.response.time_to_first_chunk",
            "gen_ai.latency.time_to_first_token")
        .wholeMillis(Field.FIRST_TOKEN_NS, "gen_ai.server.time_to_first_token")
        .row(Field.COST, "gen_ai.usage.cost");
  }

  private static void openInference(RowList.Of openInference) {
    openInference
        .row(Field.WORKFLOW, "agent.name")
        .row(Field.NODE_MARK, "graph.node.id", "openinference.span.kind")
        .row(Field.NODE, "graph.node.name", "graph.node.id")
        .row(Field.SUBJECT, "tool.name")
        .row(Field.TYPE, "openinference.span.kind")
        .row(Field.PROVIDER, "llm.provider", "llm.system")
        .row(Field.REQUEST_MODEL, "llm.model_name", "embedding.model_name")
        .row(Field.INPUT_TOKENS, "llm.token_count.prompt")
        .row(Field.OUTPUT_TOKENS, "llm.token_count.completion")
        .row(Field.CACHE_READ_TOKENS, "llm.token_count.prompt_details.cache_read")
        .row(Field.CACHE_WRITE_TOKENS, "llm.token_count.prompt_details.cache_write")
        .row(Field.REASONING_TOKENS, "llm.token_count.completion_details.reasoning")
        .row(Field.COST, "llm.cost.total")
        .row(Field.PROMPT, "llm.prompt_template.name")
        .row(Field.PROMPT_VERSION, "llm.prompt_template.version")
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
        .row(
            Field.SESSION,
            "traceloop.association.properties.session_id",
            "traceloop.association.properties.conversation_id")
        .row(Field.USER, "traceloop.association.properties.user_id")
        .row(Field.PROMPT, "traceloop.prompt.key")
        .row(Field.PROMPT_VERSION, "traceloop.prompt.version")
        .row(Field.INPUT, "traceloop.entity.input")
        .row(Field.OUTPUT, "traceloop.entity.output");
  }

  private static void langfuse(RowList.Of langfuse) {
    langfuse
        .row(Field.WORKFLOW, "langfuse.trace.name")
        .row(Field.WORKFLOW_VERSION, "langfuse.version", "langfuse.release")
        .row(Field.NODE_MARK, "langfuse.observation.type")
        .row(Field.TYPE, "langfuse.observation.type")
        .row(Field.RESULT, "langfuse.observation.level")
        .row(Field.REQUEST_MODEL, "langfuse.observation.model.name")
        .row(Field.SESSION, "langfuse.session.id")
        .row(Field.USER, "langfuse.user.id")
        .row(Field.PROMPT, "langfuse.observation.prompt.name")
        .row(Field.PROMPT_VERSION, "langfuse.observation.prompt.version")
        .row(Field.INPUT, "langfuse.observation.input")
        .row(Field.OUTPUT, "langfuse.observation.output");
  }

  /** Its counts exclude each other: what was cached is no part of {@code input}. */
  private static void langfuseUsage(RowList.Of langfuse) {
    String usage = "langfuse.observation.usage_details";
    langfuse
        .sum(Field.INPUT_TOKENS, usage, "input")
        .sum(Field.OUTPUT_TOKENS, usage, "output")
        .member(
            Field.CACHE_READ_TOKENS,
            usage,
            "input_cached_tokens",
            "input_cache_read",
            "cache_read_input_tokens",
            "cache_read")
        .member(
            Field.CACHE_WRITE_TOKENS,
            usage,
            "input_cache_creation",
            "cache_creation_input_tokens",
            "cache_write")
        .member(
            Field.REASONING_TOKENS,
            usage,
            "output_reasoning_tokens",
            "output_reasoning",
            "reasoning")
        .member(Field.COST, "langfuse.observation.cost_details", "total")
        .moment(Field.FIRST_TOKEN_NS, "langfuse.observation.completion_start_time");
  }

  private static void vercelAi(RowList.Of vercelAi) {
    vercelAi
        .row(Field.NODE_MARK, "ai.operationId")
        .row(Field.SUBJECT, "ai.toolCall.name", "ai.telemetry.functionId")
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

  private AiRows() {}
}
