package io.heddle.instrumentation.langgraph4j;

import static io.heddle.instrumentation.langgraph4j.Graphs.chain;
import static io.heddle.instrumentation.langgraph4j.Graphs.empty;
import static io.heddle.instrumentation.langgraph4j.Graphs.named;
import static io.heddle.instrumentation.langgraph4j.Graphs.sync;
import static io.heddle.instrumentation.langgraph4j.Graphs.writes;

import java.util.Map;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.state.AgentState;

/** Methods of the application's own that run a graph, which calls a method again. */
public final class GraphInMethods {
  private final CompiledGraph<AgentState> answers;
  private final CompiledGraph<AgentState> fails;

  private GraphInMethods() throws GraphStateException {
    answers =
        named(
            "answers",
            chain(
                empty()
                    .addNode("think", writes("think", "thought", 1))
                    .addNode("look", sync(state -> Map.of("seen", lookUp("it")))),
                "think",
                "look"));
    fails =
        named(
            "fails",
            chain(
                empty()
                    .addNode(
                        "fall",
                        sync(state -> {
                          throw new IllegalStateException("fallen");
                        })),
                "fall"));
  }

  public static void main(String[] arguments) throws GraphStateException {
    System.out.println(new GraphInMethods().job());
  }

  /** The workflow. */
  String job() {
    return step() + attempt();
  }

  /** A node that runs a graph. */
  String step() {
    return answers.invoke(Map.of()).orElseThrow().data().toString();
  }

  private String attempt() {
    try {
      return fails.invoke(Map.of()).toString();
    } catch (RuntimeException failure) {
      return "failed";
    }
  }

  /** A node in a node of the graph. */
  static String lookUp(String what) {
    return "looked up " + what;
  }
}
