package io.heddle.instrumentation.langgraph4j;

import static org.bsc.langgraph4j.GraphDefinition.END;
import static org.bsc.langgraph4j.GraphDefinition.START;

import java.util.Map;
import java.util.TreeMap;
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.AsyncNodeAction;
import org.bsc.langgraph4j.action.NodeAction;
import org.bsc.langgraph4j.state.AgentState;

/** What the programs of these tests share: chains of nodes, and bodies that tell of themselves. */
final class Graphs {
  private Graphs() {}

  /** Says that the body of a node runs. */
  static synchronized void body(String node) {
    System.out.println("node " + node);
  }

  static AsyncNodeAction<AgentState> writes(String node, String name, Object value) {
    return sync(state -> {
      body(node);
      return Map.of(name, value);
    });
  }

  static AsyncNodeAction<AgentState> sync(NodeAction<AgentState> action) {
    return AsyncNodeAction.node_async(action);
  }

  static StateGraph<AgentState> empty() {
    return new StateGraph<>(AgentState::new);
  }

  /** Connects start, the nodes in that order, and end. */
  static <S extends AgentState> StateGraph<S> chain(StateGraph<S> graph, String... nodes)
      throws GraphStateException {
    String before = START;
    for (String node : nodes) {
      graph.addEdge(before, node);
      before = node;
    }
    return graph.addEdge(before, END);
  }

  static <S extends AgentState> CompiledGraph<S> named(String name, StateGraph<S> graph)
      throws GraphStateException {
    return graph.compile(CompileConfig.builder().graphId(name).build());
  }

  static <S extends AgentState> void run(
      String name, StateGraph<S> graph, Map<String, Object> input) throws GraphStateException {
    show(name, named(name, graph).invoke(input).orElseThrow());
  }

  static void show(String name, AgentState state) {
    System.out.println(name + " " + new TreeMap<>(state.data()));
  }
}
