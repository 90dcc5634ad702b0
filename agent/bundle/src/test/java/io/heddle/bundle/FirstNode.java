package io.heddle.bundle;

import static org.bsc.langgraph4j.StateGraph.END;
import static org.bsc.langgraph4j.StateGraph.START;
import static org.bsc.langgraph4j.action.AsyncNodeAction.node_async;

import java.util.Map;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.state.AgentState;

/** A program with a workflow of one node. */
public final class FirstNode {
  private FirstNode() {}

  /** Loaded when the node has been reached. */
  static final class Reached {
    static final Map<String, Object> RESULT = Map.of("answer", 1);

    private Reached() {}
  }

  public static void main(String[] arguments) throws Exception {
    new StateGraph<>(AgentState::new)
        .addNode("only", node_async(state -> Reached.RESULT))
        .addEdge(START, "only")
        .addEdge("only", END)
        .compile()
        .invoke(Map.of("question", 1));
    System.out.println("done");
  }
}
