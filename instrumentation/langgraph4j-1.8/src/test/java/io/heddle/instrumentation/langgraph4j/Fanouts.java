package io.heddle.instrumentation.langgraph4j;

import static io.heddle.instrumentation.langgraph4j.Graphs.body;
import static io.heddle.instrumentation.langgraph4j.Graphs.empty;
import static io.heddle.instrumentation.langgraph4j.Graphs.named;
import static io.heddle.instrumentation.langgraph4j.Graphs.show;
import static io.heddle.instrumentation.langgraph4j.Graphs.sync;
import static io.heddle.instrumentation.langgraph4j.Graphs.writes;
import static org.bsc.langgraph4j.GraphDefinition.END;
import static org.bsc.langgraph4j.GraphDefinition.START;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.AsyncNodeAction;
import org.bsc.langgraph4j.state.AgentState;

/** Fan-outs: one after another, on an executor, asynchronous, and with a subgraph as a branch. */
final class Fanouts {
  private static final Map<String, Object> INPUT = Map.of("order", 7, "customer", "Ada");

  private Fanouts() {}

  static void run() throws Exception {
    serial();
    pooled();
    asynchronous();
    withSubgraph();
    failing();
  }

  private static void serial() throws Exception {
    Graphs.run(
        "serial", fanout("s", reads("s-order", "order"), reads("s-customer", "customer")), INPUT);
  }

  /** The second branch waits for the first to have begun, so both must be under way at once. */
  private static void pooled() throws Exception {
    CountDownLatch firstBegan = new CountDownLatch(1);
    CountDownLatch secondRead = new CountDownLatch(1);
    AsyncNodeAction<AgentState> first =
        sync(state -> {
          body("p-order");
          firstBegan.countDown();
          secondRead.await();
          return Map.of("p-order", state.value("order").orElseThrow());
        });
    AsyncNodeAction<AgentState> second =
        sync(state -> {
          firstBegan.await();
          body("p-customer");
          Object customer = state.value("customer").orElseThrow();
          secondRead.countDown();
          return Map.of("p-customer", customer);
        });
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      RunnableConfig config =
          RunnableConfig.builder().addParallelNodeExecutor("p-load", pool).build();
      show(
          "pooled",
          named("pooled", fanout("p", first, second)).invoke(INPUT, config).orElseThrow());
    } finally {
      pool.shutdown();
    }
  }

  private static void asynchronous() throws Exception {
    CountDownLatch firstDone = new CountDownLatch(1);
    AsyncNodeAction<AgentState> first =
        state ->
            CompletableFuture.supplyAsync(() -> {
              body("a-order");
              Object order = state.value("order").orElseThrow();
              firstDone.countDown();
              return Map.of("a-order", order);
            });
    AsyncNodeAction<AgentState> second =
        sync(state -> {
          firstDone.await();
          body("a-customer");
          return Map.of("a-customer", state.value("customer").orElseThrow());
        });
    Graphs.run("asynchronous", fanout("a", first, second), INPUT);
  }

  private static void withSubgraph() throws Exception {
    StateGraph<AgentState> inner =
        Graphs.chain(empty().addNode("deep", writes("deep", "deep", 1)), "deep");
    StateGraph<AgentState> graph =
        empty()
            .addNode("g-load", writes("g-load", "loaded", true))
            .addNode("g-sub", named("g-inner", inner))
            .addNode("g-plain", writes("g-plain", "plain", 2))
            .addNode("g-join", writes("g-join", "joined", true));
    body("g-sub");
    Graphs.run("branchgraph", edges("g", "g-sub", "g-plain", graph), INPUT);
  }

  /** The first branch ends the fan-out before the one thread comes to the second. */
  private static void failing() throws Exception {
    ExecutorService one = Executors.newSingleThreadExecutor();
    RunnableConfig config = RunnableConfig.builder().addParallelNodeExecutor("f-load", one).build();
    CompiledGraph<AgentState> graph =
        named(
            "fails-early",
            fanout("f", sync(state -> refuse("f-order")), reads("f-customer", "customer")));
    String said = "nothing";
    try {
      graph.invoke(INPUT, config);
    } catch (RuntimeException failure) {
      said = failure.getClass().getSimpleName();
    } finally {
      one.shutdown();
      one.awaitTermination(1, TimeUnit.MINUTES);
    }
    System.out.println("fails-early " + said);
  }

  private static Map<String, Object> refuse(String node) {
    body(node);
    throw new IllegalStateException(node);
  }

  private static AsyncNodeAction<AgentState> reads(String node, String name) {
    return sync(state -> {
      body(node);
      return Map.of(node, state.value(name).orElseThrow());
    });
  }

  private static StateGraph<AgentState> fanout(
      String prefix, AsyncNodeAction<AgentState> first, AsyncNodeAction<AgentState> second)
      throws GraphStateException {
    StateGraph<AgentState> graph =
        empty()
            .addNode(prefix + "-load", writes(prefix + "-load", "loaded", true))
            .addNode(prefix + "-order", first)
            .addNode(prefix + "-customer", second)
            .addNode(prefix + "-join", reads(prefix + "-join", prefix + "-order"));
    return edges(prefix, prefix + "-order", prefix + "-customer", graph);
  }

  private static StateGraph<AgentState> edges(
      String prefix, String first, String second, StateGraph<AgentState> graph)
      throws GraphStateException {
    return graph
        .addEdge(START, prefix + "-load")
        .addEdge(prefix + "-load", first)
        .addEdge(prefix + "-load", second)
        .addEdge(first, prefix + "-join")
        .addEdge(second, prefix + "-join")
        .addEdge(prefix + "-join", END);
  }
}
