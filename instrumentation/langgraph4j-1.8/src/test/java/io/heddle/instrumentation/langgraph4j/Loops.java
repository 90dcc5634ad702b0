package io.heddle.instrumentation.langgraph4j;

import static io.heddle.instrumentation.langgraph4j.Graphs.body;
import static io.heddle.instrumentation.langgraph4j.Graphs.chain;
import static io.heddle.instrumentation.langgraph4j.Graphs.empty;
import static io.heddle.instrumentation.langgraph4j.Graphs.sync;
import static io.heddle.instrumentation.langgraph4j.Graphs.writes;
import static org.bsc.langgraph4j.GraphDefinition.END;
import static org.bsc.langgraph4j.GraphDefinition.START;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.AsyncEdgeAction;
import org.bsc.langgraph4j.action.AsyncNodeAction;
import org.bsc.langgraph4j.state.AgentState;

/**
 * Routing: a loop through a conditional edge, user hooks, and a state class with its own fields.
 */
final class Loops {
  private Loops() {}

  static void run() throws Exception {
    loop();
    hooked();
    cached();
  }

  private static void loop() throws Exception {
    StateGraph<AgentState> graph =
        empty()
            .addNode(
                "again",
                sync(state -> {
                  body("again");
                  return Map.of("n", state.<Integer>value("n").orElseThrow() + 1);
                }))
            .addNode("enough", writes("enough", "enough", true))
            .addEdge(START, "again")
            .addConditionalEdges(
                "again",
                AsyncEdgeAction.edge_async(
                    state -> state.<Integer>value("n").orElseThrow() < 3 ? "more" : "stop"),
                Map.of("more", "again", "stop", "enough"))
            .addEdge("enough", END);
    Graphs.run("loop", graph, Map.of("n", 0, "route", "r"));
  }

  private static void hooked() throws Exception {
    StateGraph<AgentState> graph =
        chain(empty().addNode("wrapped", writes("wrapped", "wrapped", 1)), "wrapped")
            .addWrapCallNodeHook((id, state, config, action) ->
                action
                    .apply(state, config)
                    .whenComplete((result, error) -> System.out.println("hook " + id)))
            .addBeforeCallNodeHook(
                (id, state, config) -> CompletableFuture.completedFuture(Map.of("pre", 1)));
    Graphs.run("hooked", graph, Map.of());
  }

  private static void cached() throws Exception {
    StateGraph<Cached> graph =
        new StateGraph<>(Cached::new)
            .addNode(
                "fromField",
                AsyncNodeAction.node_async(state -> {
                  body("fromField");
                  return Map.of("doubled", state.input * 2);
                }));
    Graphs.run("cached", chain(graph, "fromField"), Map.of("input", 21));
  }

  private static final class Cached extends AgentState {
    private final int input;

    Cached(Map<String, Object> data) {
      super(data);
      input = this.<Integer>value("input").orElse(0);
    }
  }
}
