package io.heddle.instrumentation.langgraph4j;

import static io.heddle.instrumentation.langgraph4j.Graphs.body;
import static io.heddle.instrumentation.langgraph4j.Graphs.chain;
import static io.heddle.instrumentation.langgraph4j.Graphs.empty;
import static io.heddle.instrumentation.langgraph4j.Graphs.named;
import static io.heddle.instrumentation.langgraph4j.Graphs.sync;
import static io.heddle.instrumentation.langgraph4j.Graphs.writes;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bsc.async.AsyncGenerator;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.GraphInput;
import org.bsc.langgraph4j.NodeOutput;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.state.AgentState;

/** Nodes that return a generator, and the three ways to pull a run. */
final class Streams {
  private Streams() {}

  static void run() throws Exception {
    Graphs.run("streamed", streaming("one", 3), Map.of());
    for (NodeOutput<AgentState> output : named("pulled", streaming("two", 1)).stream(Map.of())) {
      System.out.println("pulled " + output.node());
    }
    named("pushed", streaming("three", 2)).stream(Map.of())
        .forEachAsync(output -> System.out.println("pushed " + output.node()))
        .join();
    cancelled();
  }

  static StateGraph<AgentState> streaming(String prefix, int chunks) throws Exception {
    String talks = prefix + "-talks";
    StateGraph<AgentState> graph =
        empty()
            .addNode(
                talks,
                sync(state -> {
                  body(talks);
                  return Map.of("reply", new Chunks(talks, chunks, state));
                }))
            .addNode(prefix + "-after", writes(prefix + "-after", "after", true));
    return chain(graph, talks, prefix + "-after");
  }

  private static void cancelled() throws Exception {
    cancel(stream(named("cancelled", steps("kept", "never"))));
    body("given-up");
    CompiledGraph<AgentState> inner = steps("inner-kept", "inner-never").compile();
    cancel(
        stream(named("cancelled-outside", chain(empty().addNode("given-up", inner), "given-up"))));
    cancel(
        new AsyncGenerator.WithEmbed<>(
            stream(named("cancelled-wrapped", steps("wrapped-kept", "wrapped-never")))));
  }

  private static StateGraph<AgentState> steps(String first, String second) throws Exception {
    return chain(
        empty().addNode(first, writes(first, first, 1)).addNode(second, writes(second, second, 1)),
        first,
        second);
  }

  private static AsyncGenerator.Cancellable<NodeOutput<AgentState>> stream(
      CompiledGraph<AgentState> graph) {
    return graph.stream(GraphInput.args(Map.of()), RunnableConfig.builder().build());
  }

  /** Gives up after the first node. */
  private static void cancel(AsyncGenerator.Cancellable<NodeOutput<AgentState>> generator) {
    String node = "";
    while (!node.endsWith("kept")) {
      node = generator.next().future().join().node();
    }
    System.out.println("cancelled after " + node + " " + generator.cancel(false));
  }

  /** Yields some chunks, then the node's result. */
  private static final class Chunks extends AsyncGenerator.Base<NodeOutput<AgentState>> {
    private final String node;
    private final AgentState state;
    private int left;

    Chunks(String node, int chunks, AgentState state) {
      this.node = node;
      this.left = chunks;
      this.state = state;
    }

    @Override
    public Data<NodeOutput<AgentState>> next() {
      if (left == 0) {
        return Data.done(Map.of("reply", node + " " + state.value("name").isPresent()));
      }
      left--;
      return Data.of(CompletableFuture.completedFuture(NodeOutput.of(node, state)));
    }
  }
}
