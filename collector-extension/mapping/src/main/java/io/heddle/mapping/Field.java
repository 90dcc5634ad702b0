package io.heddle.mapping;

import java.util.Locale;

/** What an attribute can mean. */
public enum Field {
  ENGINE(Form.TEXT),
  WORKFLOW(Form.NAME),
  WORKFLOW_VERSION(Form.NAME),
  SERVICE_VERSION(Form.TEXT),
  RUN_ID(Form.NAME),
  /** Says on a root that nobody saw the run end; its span ends where it was last heard of. */
  ABANDONED(Form.TEXT),
  GRAPH(Form.TEXT),
  GRAPH_HASH(Form.TEXT),
  /** Names of the nodes of the definition. */
  GRAPH_NODES(Form.LIST),
  /** Edges of the definition, each as {@code from -> to}. */
  GRAPH_EDGES(Form.LIST),
  /** Says that the span is a node; its value identifies the node in its graph. */
  NODE_MARK(Form.TEXT),
  /** The node's name; without one it is the span's. */
  NODE(Form.TEXT),
  /**
   * What a span is about whose name fits many; without a node's name it stands behind the span's.
   */
  SUBJECT(Form.NAME),
  /** Where in nested graphs the node was executed: what inherited the node inherited this too. */
  NODE_PLACE(Form.TEXT),
  /** Number of the engine's step: all nodes of a step end before the next step starts. */
  STEP(Form.NUMBER),
  TYPE(Form.TYPE),
  ATTEMPT(Form.NUMBER),
  /** How often the request was sent before: an attempt counted from 0. */
  RESENDS(Form.NUMBER),
  VISIT(Form.NUMBER),
  WAIT_NS(Form.NUMBER),
  /** Says that the span is nothing but the wait of the span above. */
  WAIT_MARK(Form.TEXT),
  COLD(Form.TEXT),
  ASYNC(Form.TEXT),
  ERROR(Form.TEXT),
  /** Outcome in the engine's own word, for engines that end failed spans without an error. */
  RESULT(Form.TEXT),
  READS(Form.LIST),
  WRITES(Form.LIST),
  INPUT_CLASS(Form.NUMBER),
  OUTPUT_CLASS(Form.NUMBER),
  INPUT_DIGEST(Form.TEXT),
  OUTPUT_DIGEST(Form.TEXT),
  /** Content, of which only a digest becomes evidence. */
  INPUT(Form.TEXT),
  OUTPUT(Form.TEXT),
  CACHE(Form.TEXT),
  CPU_NS(Form.NUMBER),
  ALLOC_BYTES(Form.NUMBER),
  INSTANCE(Form.TEXT),
  PROVIDER(Form.TEXT),
  REQUEST_MODEL(Form.TEXT),
  RESPONSE_MODEL(Form.TEXT),
  INPUT_TOKENS(Form.NUMBER),
  OUTPUT_TOKENS(Form.NUMBER),
  CACHE_READ_TOKENS(Form.NUMBER),
  CACHE_WRITE_TOKENS(Form.NUMBER),
  REASONING_TOKENS(Form.NUMBER),
  FIRST_TOKEN_NS(Form.NUMBER),
  /** The conversation that runs belong to. */
  SESSION(Form.TEXT),
  USER(Form.TEXT),
  PROMPT(Form.TEXT),
  PROMPT_VERSION(Form.TEXT),
  /** What the call cost, in the currency of whoever wrote it. */
  COST(Form.DECIMAL);

  /** How a value is read. */
  enum Form {
    TEXT,
    /** A text that must say something. */
    NAME,
    NUMBER,
    DECIMAL,
    LIST,
    /** A word of the source, translated to a type of node. */
    TYPE
  }

  private final Form form;

  Field(Form form) {
    this.form = form;
  }

  /** The name as outputs write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  Form form() {
    return form;
  }

  /** Whether only few values occur, however many spans there are. */
  boolean hasFewValues() {
    return switch (this) {
      case ENGINE, WORKFLOW, WORKFLOW_VERSION, SERVICE_VERSION, INSTANCE -> true;
      case NODE, SUBJECT, TYPE, ABANDONED, COLD, ASYNC, RESULT, READS, WRITES, CACHE -> true;
      case PROVIDER, REQUEST_MODEL, RESPONSE_MODEL -> true;
      default -> false;
    };
  }

  /** Whether a resource may say it for all its spans. */
  boolean isOfResource() {
    return this == INSTANCE || this == SERVICE_VERSION || this == ENGINE;
  }
}
