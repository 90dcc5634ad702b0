package io.heddle.mapping;

/** What frameworks for agents write of their own, beside the conventions that they follow. */
final class FrameworkRows {
  /** Frameworks that say which span is a node. */
  static void addEngines(RowList rows) {
    haystack(rows.of(Source.HAYSTACK));
    agentFramework(rows.of(Source.AGENT_FRAMEWORK));
  }

  /** Frameworks whose agents, tools and calls are nodes. */
  static void addLibraries(RowList rows) {
    adk(rows.of(Source.GOOGLE_ADK));
    pydanticAi(rows.of(Source.PYDANTIC_AI));
    mlflow(rows.of(Source.MLFLOW));
  }

  /** All components run in spans of one name. */
  private static void haystack(RowList.Of haystack) {
    haystack
        .row(Field.NODE_MARK, "haystack.component.name")
        .row(Field.NODE, "haystack.component.name")
        .row(Field.TYPE, "haystack.component.type")
        .row(Field.VISIT, "haystack.component.visits")
        .row(Field.INPUT, "haystack.component.input")
        .row(Field.OUTPUT, "haystack.component.output");
  }

  private static void agentFramework(RowList.Of framework) {
    framework
        .with("executor.id")
        .row(Field.WORKFLOW, "workflow.name", "workflow.id")
        .row(Field.NODE_MARK, "executor.id")
        .row(Field.NODE, "executor.id")
        .row(Field.TYPE, "executor.type");
  }

  /** On tools it leaves what was asked of the model empty. */
  private static void adk(RowList.Of adk) {
    adk.row(Field.SESSION, "gcp.vertex.agent.session_id")
        .row(Field.INPUT, "gcp.vertex.agent.tool_call_args", "gcp.vertex.agent.llm_request")
        .row(Field.OUTPUT, "gcp.vertex.agent.tool_response", "gcp.vertex.agent.llm_response");
  }

  /** Its spans "agent run" and "running tool" say by an attribute which. */
  private static void pydanticAi(RowList.Of pydantic) {
    pydantic
        .row(Field.COST, "operation.cost")
        .row(Field.INPUT, "tool_arguments")
        .row(Field.OUTPUT, "tool_response")
        .with("model_name")
        .row(Field.SUBJECT, "agent_name");
  }

  /** It writes every value as JSON, texts too. */
  private static void mlflow(RowList.Of mlflow) {
    String usage = "mlflow.chat.tokenUsage";
    mlflow
        .row(Field.NODE_MARK, "mlflow.spanType")
        .quoted(Field.TYPE, "mlflow.spanType")
        .quoted(Field.PROVIDER, "mlflow.llm.provider")
        .quoted(Field.REQUEST_MODEL, "mlflow.llm.model")
        .member(Field.INPUT_TOKENS, usage, "input_tokens")
        .member(Field.OUTPUT_TOKENS, usage, "output_tokens")
        .member(Field.CACHE_READ_TOKENS, usage, "cache_read_input_tokens")
        .member(Field.CACHE_WRITE_TOKENS, usage, "cache_creation_input_tokens")
        .row(Field.INPUT, "mlflow.spanInputs")
        .row(Field.OUTPUT, "mlflow.spanOutputs");
  }

  private FrameworkRows() {}
}
