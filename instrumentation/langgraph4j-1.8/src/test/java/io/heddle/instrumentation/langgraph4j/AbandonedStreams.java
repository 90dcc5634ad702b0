package io.heddle.instrumentation.langgraph4j;

import static io.heddle.instrumentation.langgraph4j.Graphs.chain;
import static io.heddle.instrumentation.langgraph4j.Graphs.empty;
import static io.heddle.instrumentation.langgraph4j.Graphs.named;
import static io.heddle.instrumentation.langgraph4j.Graphs.writes;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.state.AgentState;

/** Streams that are pulled some steps far and dropped: between two nodes, and inside one. */
final class AbandonedStreams {
  private static final Duration AT_MOST = Duration.ofSeconds(30);

  private AbandonedStreams() {}

  static void run() throws Exception {
    StateGraph<AgentState> graph =
        chain(
            empty()
                .addNode("left-1", writes("left-1", "one", 1))
                .addNode("left-2", writes("left-2", "two", 2))
                .addNode("left-3", writes("left-3", "three", 3)),
            "left-1",
            "left-2",
            "left-3");
    System.out.println("abandoned " + collected(pulled("abandoned", graph, 3)));
    StateGraph<AgentState> streaming = Streams.streaming("deserted", 5);
    System.out.println("deserted " + collected(pulled("deserted", streaming, 3)));
  }

  /** The first step is the start's. */
  private static WeakReference<?> pulled(String name, StateGraph<AgentState> graph, int steps)
      throws Exception {
    var generator = named(name, graph).stream(Map.of("name", "n"));
    for (int i = 0; i < steps; i++) {
      generator.next();
    }
    return new WeakReference<>(generator);
  }

  private static boolean collected(WeakReference<?> dropped) throws InterruptedException {
    Instant deadline = Instant.now().plus(AT_MOST);
    while (!dropped.refersTo(null) && Instant.now().isBefore(deadline)) {
      System.gc();
      Thread.sleep(10);
    }
    return dropped.refersTo(null);
  }
}
