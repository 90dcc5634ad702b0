package io.heddle.benchmarks.host;

import static org.bsc.langgraph4j.action.AsyncNodeAction.node_async;

import java.util.Map;
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.state.AgentState;

/** A LangGraph4j graph of nodes one after another. */
public final class ChainOfNodes {
  private final CompiledGraph<AgentState> graph;

  ChainOfNodes(int nodes) throws GraphStateException {
    StateGraph<AgentState> chain = new StateGraph<>(AgentState::new);
    String previous = StateGraph.START;
    for (int i = 0; i < nodes; i++) {
      String name = "node" + i;
      chain.addNode(name, node_async(new NoopNode()));
      chain.addEdge(previous, name);
      previous = name;
    }
    chain.addEdge(previous, StateGraph.END);
    graph = chain.compile(CompileConfig.builder().recursionLimit(nodes * 2).build());
  }

  /** Runs it once. */
  public int run() {
    return graph.invoke(Map.of("in", 1)).map(state -> state.data().size()).orElse(0);
  }
}
