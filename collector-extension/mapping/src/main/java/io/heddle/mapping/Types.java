package io.heddle.mapping;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The sources' words for what a node does, in ours; a word nobody listed stays, in snake case. */
final class Types {
  private static final String LLM = "llm";
  private static final String CAMEL = "camel_";
  private static final String RETRIEVAL = "knowledge_retrieval";

  /** Types that the mere presence of a key tells. */
  private static final Map<String, String> BY_KEY =
      Map.of(
          "gen_ai.tool.name", "tool",
          "gen_ai.request.model", LLM,
          "gen_ai.agent.name", "agent",
          "db.system.name", "database",
          "db.system", "database",
          "messaging.system", "messaging",
          "rpc.system", "rpc",
          "http.request.method", "http_request",
          "http.method", "http_request",
          "http.route", "http_request");

  private static final Map<String, String> BY_WORD = byWord();

  private final Map<String, String> known = new HashMap<>();

  /** Whether the key alone tells a type, whatever its value. */
  static boolean isToldByKey(String key) {
    return BY_KEY.containsKey(key);
  }

  /** The type that a word under a key means. */
  String of(String key, String word) {
    String byKey = BY_KEY.get(key);
    return byKey != null ? byKey : known.computeIfAbsent(word, Types::translated);
  }

  private static String translated(String word) {
    String snake = snakeCase(word.substring(word.lastIndexOf('.') + 1));
    String bare = snake.startsWith(CAMEL) ? snake.substring(CAMEL.length()) : snake;
    return BY_WORD.getOrDefault(bare, byEnding(bare));
  }

  /** Classes are called after what they are made with first, and what they are last. */
  private static String byEnding(String word) {
    return switch (word.substring(word.lastIndexOf('_') + 1)) {
      case "generator" -> LLM;
      case "embedder" -> "embedding";
      case "retriever" -> RETRIEVAL;
      case "ranker" -> "rerank";
      default -> word.startsWith("lm_chat_") ? LLM : word;
    };
  }

  private static Map<String, String> byWord() {
    Map<String, String> types = new HashMap<>();
    for (String word :
        new String[] {
          "chat",
          "chat_model",
          "completion",
          "completions",
          "response",
          "generate_content",
          "text_completion",
          "generation",
          "do_generate",
          "do_stream"
        }) {
      types.put(word, LLM);
    }
    types.put("embeddings", "embedding");
    types.put("do_embed", "embedding");
    types.put("retrieval", RETRIEVAL);
    types.put("retriever", RETRIEVAL);
    types.put("execute_tool", "tool");
    types.put("tool_call", "tool");
    types.put("invoke_agent", "agent");
    types.put("create_agent", "agent");
    types.put("invoke_workflow", "subworkflow");
    types.put("workflow", "subworkflow");
    types.put("reranker", "rerank");
    types.put("execute_task", "task");
    types.put("vector_store", RETRIEVAL);
    types.put("http", "http_request");
    types.put("https", "http_request");
    return types;
  }

  private static String snakeCase(String word) {
    return word.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replace('-', '_')
        .replace(' ', '_')
        .toLowerCase(Locale.ROOT);
  }
}
