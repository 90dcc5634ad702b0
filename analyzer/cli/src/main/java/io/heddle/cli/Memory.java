package io.heddle.cli;

/** What to say when the memory is used up. */
final class Memory {
  private static final long MB = 1 << 20;

  /** How much there is, which setting gives more, and what needs no more. */
  static String exhausted() {
    long heap = Math.max(1, Runtime.getRuntime().maxMemory() / MB);
    return ("the memory is used up: the heap may have %d MB. Give it more, for example with"
            + " JAVA_TOOL_OPTIONS=-Xmx%dm, or ask 'heddle stats --stream', which keeps no run")
        .formatted(heap, 4 * heap);
  }

  private Memory() {}
}
