package io.heddle.instrumentation.langgraph4j;

import java.util.List;

/**
 * The part of {@link Program} that older versions of the engine can run as well; those before 1.8
 * never end a run that is pushed, so streams are only run where they are asked for.
 */
final class OlderProgram {
  private OlderProgram() {}

  public static void main(String[] args) throws Exception {
    ReadingStyles.run();
    Fanouts.run();
    Subgraphs.run();
    if (List.of(args).contains("streams")) {
      Streams.run();
    }
    Loops.run();
    System.exit(0);
  }
}
