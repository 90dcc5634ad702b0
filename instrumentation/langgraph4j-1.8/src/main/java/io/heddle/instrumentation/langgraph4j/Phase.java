package io.heddle.instrumentation.langgraph4j;

/** How far a node has come. */
enum Phase {
  CLOSED,
  /** Its body runs on the thread that began it. */
  RUNNING,
  /** Its body returned a future that is not done. */
  ASYNCHRONOUS,
  /** Its body returned a generator that is not exhausted. */
  STREAMING
}
