package io.heddle.instrumentation.langgraph4j;

import static io.heddle.instrumentation.langgraph4j.Graphs.body;
import static io.heddle.instrumentation.langgraph4j.Graphs.chain;
import static io.heddle.instrumentation.langgraph4j.Graphs.empty;
import static io.heddle.instrumentation.langgraph4j.Graphs.named;
import static io.heddle.instrumentation.langgraph4j.Graphs.sync;
import static io.heddle.instrumentation.langgraph4j.Graphs.writes;

import java.util.Map;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.state.AgentState;

/** A graph inside a graph: compiled, flattened, and called by hand. */
final class Subgraphs {
  private Subgraphs() {}

  static void run() throws Exception {
    StateGraph<AgentState> compiled =
        chain(
            empty().addNode("c1", writes("c1", "c1", 1)).addNode("c2", writes("c2", "c2", 2)),
            "c1",
            "c2");
    StateGraph<AgentState> flattened =
        chain(empty().addNode("s1", writes("flat-s1", "s1", 1)), "s1");
    CompiledGraph<AgentState> called =
        named("called", chain(empty().addNode("h1", writes("h1", "h1", 1)), "h1"));
    StateGraph<AgentState> outer =
        empty()
            .addNode(
                "before",
                sync(state -> {
                  body("before");
                  body("compiled");
                  return Map.of("started", true);
                }))
            .addNode("compiled", named("inner", compiled))
            .addNode("flat", flattened)
            .addNode(
                "byHand",
                sync(state -> {
                  body("byHand");
                  return Map.of("hand", called.invoke(Map.of()).orElseThrow().data().size());
                }))
            .addNode("after", writes("after", "done", true));
    Graphs.run(
        "outer", chain(outer, "before", "compiled", "flat", "byHand", "after"), Map.of("in", 1));
  }
}
