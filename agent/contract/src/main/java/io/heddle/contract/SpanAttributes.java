package io.heddle.contract;

/**
 * Attribute names of the span contract. A root span is named after its workflow, a node span after
 * its node; operation spans follow the OpenTelemetry GenAI, HTTP and database conventions.
 */
public final class SpanAttributes {
  public static final String ENGINE = "heddle.engine";
  public static final String WORKFLOW_NAME = "heddle.workflow.name";
  public static final String WORKFLOW_VERSION = "heddle.workflow.version";
  public static final String RUN_ID = "heddle.run.id";

  /** Boolean, on a root: nobody saw the run's end; the span's is that of what was recorded last. */
  public static final String RUN_ABANDONED = "heddle.run.abandoned";

  public static final String NODE_ID = "heddle.node.id";
  public static final String NODE_TYPE = "heddle.node.type";

  /** Long, from 1: how often this visit was tried. */
  public static final String NODE_ATTEMPT = "heddle.node.attempt";

  /** Long, from 1: how often the run came to this node. */
  public static final String NODE_VISIT = "heddle.node.visit";

  /** Long, ns: queued before the span's start; a span never contains its wait. */
  public static final String NODE_WAIT_NS = "heddle.node.wait_ns";

  public static final String NODE_CPU_NS = "heddle.node.cpu_ns";
  public static final String NODE_ALLOC_BYTES = "heddle.node.alloc_bytes";

  /** Boolean: first execution of the node in its process. */
  public static final String NODE_COLD = "heddle.node.cold";

  /** String array of state names, or {@link #ALL}; absent = unknown. */
  public static final String NODE_READS = "heddle.node.reads";

  /** String array of state names, or {@link #ALL}; absent = unknown. */
  public static final String NODE_WRITES = "heddle.node.writes";

  /**
   * Long, also on operations: equal inputs of a node, or of operations of one name, carry equal
   * numbers within one service.instance.id.
   */
  public static final String NODE_INPUT_CLASS = "heddle.node.input_class";

  /** Long, also on operations: as {@link #NODE_INPUT_CLASS} for outputs. */
  public static final String NODE_OUTPUT_CLASS = "heddle.node.output_class";

  /** Salted digest, only when asked for. */
  public static final String NODE_INPUT_DIGEST = "heddle.node.input_digest";

  /** Salted digest, only when asked for. */
  public static final String NODE_OUTPUT_DIGEST = "heddle.node.output_digest";

  /** hit, miss or bypass. */
  public static final String NODE_CACHE = "heddle.node.cache";

  /** Boolean: nobody waits for this node. */
  public static final String NODE_ASYNC = "heddle.node.async";

  /** JSON, on the first root span of a workflow version. */
  public static final String GRAPH = "heddle.graph";

  public static final String GRAPH_HASH = "heddle.graph.hash";

  /** On an operation: llm, tool, http_request, knowledge_retrieval ... */
  public static final String OPERATION_TYPE = "heddle.operation.type";

  /** OpenTelemetry's name of the workflow; only on root spans. */
  public static final String GEN_AI_WORKFLOW_NAME = "gen_ai.workflow.name";

  /** OpenInference's name of {@link #NODE_ID}. */
  public static final String GRAPH_NODE_ID = "graph.node.id";

  /** OpenInference's name of the node that a nested workflow's node runs in. */
  public static final String GRAPH_NODE_PARENT_ID = "graph.node.parent_id";

  /** On a span link: what the link means. */
  public static final String LINK = "heddle.link";

  /** Value of {@link #LINK}: the linked span had to end before this one could start. */
  public static final String LINK_PREDECESSOR = "predecessor";

  /** The only element of {@link #NODE_READS} or {@link #NODE_WRITES} when every name is meant. */
  public static final String ALL = "ALL";

  private SpanAttributes() {}
}
