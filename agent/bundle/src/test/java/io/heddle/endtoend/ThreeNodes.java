package io.heddle.endtoend;

import static org.bsc.langgraph4j.GraphDefinition.END;
import static org.bsc.langgraph4j.GraphDefinition.START;
import static org.bsc.langgraph4j.action.AsyncNodeAction.node_async;

import java.util.Map;
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.NodeAction;
import org.bsc.langgraph4j.state.AgentState;

/** A workflow that counts, and fails once. */
final class ThreeNodes {
  static final String WORKFLOW = "counting";
  static final int RUNS = 10;
  private static final int FAILING = 7;

  private ThreeNodes() {}

  /** A node: what other agents are told to watch. */
  private record Adding(int amount) implements NodeAction<AgentState> {
    @Override
    public Map<String, Object> apply(AgentState state) {
      int sum = state.<Integer>value("sum").orElseThrow();
      if (sum == FAILING) {
        throw new IllegalStateException("seven");
      }
      return Map.of("sum", sum + amount);
    }
  }

  public static void main(String[] arguments) throws Exception {
    CompiledGraph<AgentState> graph =
        new StateGraph<>(AgentState::new)
            .addNode("one", node_async(new Adding(1)))
            .addNode("two", node_async(new Adding(2)))
            .addNode("three", node_async(new Adding(3)))
            .addEdge(START, "one")
            .addEdge("one", "two")
            .addEdge("two", "three")
            .addEdge("three", END)
            .compile(CompileConfig.builder().graphId(WORKFLOW).build());
    for (int run = 0; run < RUNS; run++) {
      System.out.println(run + ": " + result(graph, run));
    }
  }

  private static String result(CompiledGraph<AgentState> graph, int sum) {
    try {
      return graph.invoke(Map.of("sum", sum)).orElseThrow().data().toString();
    } catch (RuntimeException failure) {
      return failure.getClass().getName();
    }
  }
}
