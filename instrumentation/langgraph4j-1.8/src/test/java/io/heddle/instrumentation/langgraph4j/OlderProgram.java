package io.heddle.instrumentation.langgraph4j;

/** The part of {@link Program} that older versions of the engine can run as well. */
final class OlderProgram {
  private OlderProgram() {}

  public static void main(String[] args) throws Exception {
    ReadingStyles.run();
    Fanouts.run();
    Loops.run();
    System.exit(0);
  }
}
