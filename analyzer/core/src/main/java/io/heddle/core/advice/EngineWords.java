package io.heddle.core.advice;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the host engine's own API says what a recommendation asks for. */
enum EngineWords {
  LANGGRAPH4J("langgraph4j") {
    @Override
    String lessOverhead() {
      return "// without a checkpoint saver no copy of the state is kept after each node\n"
          + "graph.compile(CompileConfig.builder().build());";
    }

    @Override
    String cached(String node, Duration ttl) {
      return """
      // the node's action, with a cache in front of it
      graph.addNode("%s", node_async(state ->
          answers.get(inputOf(state), input -> action.apply(state))));
      // answers: for example Caffeine, expireAfterWrite(Duration.parse("%s"))\
      """
          .formatted(node, ttl);
    }

    @Override
    String sideBySide(List<String> nodes) {
      StringBuilder code = new StringBuilder("// graph: one edge to each, one edge from each\n");
      nodes.forEach(n -> code.append("graph.addEdge(\"before\", \"").append(n).append("\");\n"));
      nodes.forEach(n -> code.append("graph.addEdge(\"").append(n).append("\", \"after\");\n"));
      return code.append(serialSwitch("before")).toString();
    }

    @Override
    String serialSwitch(String source) {
      return "// run: without an executor branches run one after another\n"
          + "RunnableConfig.builder().addParallelNodeExecutor(\""
          + source
          + "\", executor).build();";
    }

    @Override
    String switchName() {
      return "RunnableConfig.builder().addParallelNodeExecutor(nodeId, executor)";
    }
  },
  SPRING_AI_ALIBABA("spring-ai-alibaba") {
    @Override
    String serialSwitch(String source) {
      return "RunnableConfig.builder().defaultParallelExecutor(executor).build();";
    }

    @Override
    String switchName() {
      return "RunnableConfig.builder().defaultParallelExecutor(executor)";
    }
  },
  ADK("adk") {
    @Override
    String sideBySide(List<String> nodes) {
      return "ParallelAgent.builder().name(\"together\").subAgents("
          + String.join(", ", nodes)
          + ").build();";
    }

    @Override
    String serialSwitch(String source) {
      return "// ADK before 1.0.0 runs the children of a ParallelAgent one after another: upgrade";
    }

    @Override
    String switchName() {
      return "google-adk 1.0.0 or later; for tools RunConfig ToolExecutionMode PARALLEL_SUBSCRIBE";
    }
  },
  LANGCHAIN4J("langchain4j") {
    @Override
    String sideBySide(List<String> nodes) {
      return "AgenticServices.parallelBuilder().subAgents("
          + String.join(", ", nodes)
          + ").executor(executor).build();";
    }

    @Override
    String serialSwitch(String source) {
      return "AiServices.builder(Assistant.class).executeToolsConcurrently(executor)";
    }

    @Override
    String switchName() {
      return "AiServices.executeToolsConcurrently()";
    }
  },
  UNKNOWN("") {
    @Override
    String serialSwitch(String source) {
      return "give the engine an executor of at least as many threads as there are branches";
    }

    @Override
    String switchName() {
      return "the engine's executor for parallel branches";
    }
  };

  private final String engine;

  EngineWords(String engine) {
    this.engine = engine;
  }

  static EngineWords of(String engine) {
    for (EngineWords words : values()) {
      if (engine.startsWith(words.engine)) {
        return words;
      }
    }
    return UNKNOWN;
  }

  /** Independent nodes as parallel branches. */
  String sideBySide(List<String> nodes) {
    return "var pending = Stream.of("
        + String.join(", ", nodes)
        + ")\n    .map(node -> CompletableFuture.runAsync(node, executor)).toList();\n"
        + "pending.forEach(CompletableFuture::join);";
  }

  /** A node behind a cache. */
  String cached(String node, Duration ttl) {
    return """
    Cache<Input, Output> answers = Caffeine.newBuilder()
        .maximumSize(10_000).expireAfterWrite(Duration.parse("%s")).build();
    Output answer = answers.get(input, %s::call);\
    """
        .formatted(ttl, node.replaceAll("\\W+", "_"));
  }

  /** A model call behind a cache. */
  String cachedModel(Duration ttl) {
    return """
    Cache<ChatRequest, ChatResponse> answers = Caffeine.newBuilder()
        .maximumSize(10_000).expireAfterWrite(Duration.parse("%s")).build();
    ChatResponse answer = answers.get(request, model::chat);\
    """
        .formatted(ttl);
  }

  /** A setting that makes the engine do less between nodes; null when none is known. */
  @Nullable String lessOverhead() {
    return null;
  }

  /** What makes declared branches of a source really run at once. */
  abstract String serialSwitch(String source);

  abstract String switchName();
}
