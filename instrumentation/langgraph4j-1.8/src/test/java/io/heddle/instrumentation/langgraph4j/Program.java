package io.heddle.instrumentation.langgraph4j;

import static io.heddle.instrumentation.langgraph4j.Graphs.chain;
import static io.heddle.instrumentation.langgraph4j.Graphs.empty;
import static io.heddle.instrumentation.langgraph4j.Graphs.writes;

import java.util.Map;

/** An application on LangGraph4j that knows nothing of Heddle and uses all of the engine. */
final class Program {
  private Program() {}

  public static void main(String[] args) throws Exception {
    ReadingStyles.run();
    Fanouts.run();
    Subgraphs.run();
    Streams.run();
    AbandonedStreams.run();
    Loops.run();
    Strangers.run();
    Endings.run();
    unnamed();
    System.exit(0); // the engine leaves a thread of its own behind a run pushed from there
  }

  private static void unnamed() throws Exception {
    chain(empty().addNode("unnamed", writes("unnamed", "u", 1)), "unnamed")
        .compile()
        .invoke(Map.of());
  }
}
