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
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.GraphInput;
import org.bsc.langgraph4j.NodeOutput;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.AsyncNodeAction;
import org.bsc.langgraph4j.checkpoint.MemorySaver;
import org.bsc.langgraph4j.state.AgentState;

/** Runs that fail in every way, and one that is interrupted and resumed. */
final class Endings {
  private Endings() {}

  static void run() throws Exception {
    fails("failsSync", sync(state -> boom("failsSync")));
    fails("failsAsync", state -> CompletableFuture.supplyAsync(() -> boom("failsAsync")));
    fails("failsThrowing", state -> CompletableFuture.completedFuture(boom("failsThrowing")));
    fails("failsStreaming", sync(Endings::failingStream));
    failsInside();
    interrupted();
  }

  private static Map<String, Object> boom(String node) {
    body(node + "-node");
    throw new IllegalArgumentException("boom");
  }

  private static Map<String, Object> failingStream(AgentState state) {
    body("failsStreaming-node");
    return Map.of("out", new BrokenStream());
  }

  private static void fails(String name, AsyncNodeAction<AgentState> action) throws Exception {
    String node = name + "-node";
    invoke(name, chain(empty().addNode(node, action), node));
  }

  private static void failsInside() throws Exception {
    CompiledGraph<AgentState> inner =
        named(
            "broken", chain(empty().addNode("brokenNode", sync(state -> broken())), "brokenNode"));
    body("brokenSub");
    invoke("failsInside", chain(empty().addNode("brokenSub", inner), "brokenSub"));
  }

  private static Map<String, Object> broken() {
    body("brokenNode");
    throw new IllegalArgumentException("inside");
  }

  private static void invoke(String name, StateGraph<AgentState> graph) throws Exception {
    CompiledGraph<AgentState> compiled = named(name, graph);
    try {
      compiled.invoke(Map.of());
    } catch (RuntimeException failure) {
      System.out.println(name + " " + chainOf(failure));
    }
  }

  private static String chainOf(Throwable failure) {
    StringBuilder chain = new StringBuilder();
    for (Throwable at = failure; at != null; at = at.getCause()) {
      chain.append(' ').append(at.getClass().getSimpleName());
    }
    return chain.toString();
  }

  private static void interrupted() throws Exception {
    StateGraph<AgentState> graph =
        chain(
            empty()
                .addNode("asked", writes("asked", "asked", 1))
                .addNode("answered", writes("answered", "answered", 1)),
            "asked",
            "answered");
    CompiledGraph<AgentState> compiled =
        graph.compile(
            CompileConfig.builder()
                .graphId("interrupted")
                .checkpointSaver(new MemorySaver())
                .interruptBefore("answered")
                .build());
    RunnableConfig config = RunnableConfig.builder().threadId("t").build();
    Graphs.show("asked", compiled.invoke(Map.of("q", "?"), config).orElseThrow());
    Graphs.show(
        "answered",
        compiled.invoke(GraphInput.resume(Map.of("human", "yes")), config).orElseThrow());
  }

  private static final class BrokenStream extends AsyncGenerator.Base<NodeOutput<AgentState>> {
    @Override
    public Data<NodeOutput<AgentState>> next() {
      return Data.error(new IllegalArgumentException("stream"));
    }
  }
}
