package io.heddle.mapping;

/** What an attribute can mean. */
public enum Field {
  ENGINE,
  WORKFLOW,
  WORKFLOW_VERSION,
  RUN_ID,
  GRAPH,
  GRAPH_HASH,
  NODE,
  NODE_TYPE,
  ATTEMPT,
  /** How often the request was sent before: an attempt counted from 0. */
  RESENDS,
  VISIT,
  WAIT_NS,
  COLD,
  ASYNC,
  ERROR,
  READS,
  WRITES,
  INPUT_CLASS,
  OUTPUT_CLASS,
  INPUT_DIGEST,
  OUTPUT_DIGEST,
  /** Content, of which only a digest is kept as evidence. */
  INPUT,
  OUTPUT,
  CACHE,
  CPU_NS,
  ALLOC_BYTES,
  INSTANCE,
  PROVIDER,
  REQUEST_MODEL,
  RESPONSE_MODEL,
  INPUT_TOKENS,
  OUTPUT_TOKENS,
  CACHE_READ_TOKENS,
  CACHE_WRITE_TOKENS,
  REASONING_TOKENS,
  FIRST_TOKEN_NS,
  COST
}
