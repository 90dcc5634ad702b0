package io.heddle.instrumentation.langgraph4j;

/**
 * Whether any node has streamed so far. Until one has, nobody needs to follow who asks which
 * generator. Thread-safe.
 */
final class StreamsSeen {
  private volatile boolean any;

  void one() {
    if (!any) {
      any = true;
    }
  }

  boolean any() {
    return any;
  }
}
