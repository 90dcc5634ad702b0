package io.heddle.instrumentation.langgraph4j;

import static io.heddle.instrumentation.langgraph4j.Graphs.body;
import static io.heddle.instrumentation.langgraph4j.Graphs.chain;
import static io.heddle.instrumentation.langgraph4j.Graphs.empty;
import static io.heddle.instrumentation.langgraph4j.Graphs.sync;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.AsyncNodeActionWithConfig;
import org.bsc.langgraph4j.action.NodeAction;
import org.bsc.langgraph4j.action.NodeActionWithConfig;
import org.bsc.langgraph4j.state.AgentState;

/** A node in every style that people write, each with other reads and writes. */
final class ReadingStyles {
  private static final Map<String, Object> INPUT = Map.of("a", 1, "b", "two", "c", 3L);

  private ReadingStyles() {}

  static void run() throws Exception {
    StateGraph<AgentState> graph = empty();
    addNames(graph);
    addWholes(graph);
    chain(
        graph,
        "lambda",
        "method",
        "class",
        "config",
        "asks",
        "elsewhere",
        "silent",
        "copies",
        "streams",
        "iterates",
        "prints",
        "returnsView");
    Graphs.run("styles", graph, INPUT);
  }

  private static void addNames(StateGraph<AgentState> graph) throws Exception {
    graph
        .addNode(
            "lambda",
            sync(state -> {
              body("lambda");
              return Map.of("x", state.value("a").orElseThrow());
            }))
        .addNode("method", sync(ReadingStyles::method))
        .addNode("class", sync(new Shout()))
        .addNode("config", AsyncNodeActionWithConfig.node_async(new WithConfig()))
        .addNode("asks", sync(ReadingStyles::asks))
        .addNode("elsewhere", ReadingStyles::elsewhere)
        .addNode(
            "silent",
            sync(state -> {
              body("silent");
              return Map.of();
            }));
  }

  private static void addWholes(StateGraph<AgentState> graph) throws Exception {
    graph
        .addNode("copies", sync(ReadingStyles::copies))
        .addNode(
            "streams",
            sync(state -> {
              body("streams");
              return Map.of("count", state.data().entrySet().stream().count());
            }))
        .addNode("iterates", sync(ReadingStyles::iterates))
        .addNode(
            "prints",
            sync(state -> {
              body("prints");
              return Map.of("length", state.toString().length());
            }))
        .addNode(
            "returnsView",
            sync(state -> {
              body("returnsView");
              return state.data();
            }));
  }

  private static Map<String, Object> method(AgentState state) {
    body("method");
    Map<String, Object> result = new HashMap<>();
    result.put("y", state.<String>value("b").map(String::length).orElse(0));
    result.put("x", state.data().get("x"));
    return result;
  }

  private static Map<String, Object> asks(AgentState state) {
    body("asks");
    boolean isThere = state.data().containsKey("missing");
    return Map.of("asked", isThere + "/" + state.data().getOrDefault("a", "none"));
  }

  private static CompletableFuture<Map<String, Object>> elsewhere(AgentState state) {
    return CompletableFuture.supplyAsync(() -> {
      body("elsewhere");
      return Map.of("e", state.value("c").orElseThrow());
    });
  }

  private static Map<String, Object> copies(AgentState state) {
    body("copies");
    Map<String, Object> copy = new HashMap<>(state.data());
    copy.put("copied", true);
    return copy;
  }

  private static Map<String, Object> iterates(AgentState state) {
    body("iterates");
    StringBuilder names = new StringBuilder();
    for (String name : new TreeMap<>(state.data()).keySet()) {
      names.append(name);
    }
    return Map.copyOf(Map.of("names", names.toString()));
  }

  private static final class Shout implements NodeAction<AgentState> {
    @Override
    public Map<String, Object> apply(AgentState state) {
      body("class");
      return new TreeMap<>(Map.of("z", state.data().get("b") + "!"));
    }
  }

  private static final class WithConfig implements NodeActionWithConfig<AgentState> {
    @Override
    public Map<String, Object> apply(AgentState state, RunnableConfig config) {
      body("config");
      return Map.of("thread", config.threadId().orElse("none"), "w", state.value("z").isPresent());
    }
  }
}
