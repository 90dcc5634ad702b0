package io.heddle.core.advice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the host engine's own API says what a recommendation asks for. The words stand in one text
 * file an engine, one section a purpose; what an engine has no words for is said in generic ones.
 */
final class EngineWords {
  private static final String GENERIC = "generic";

  /** The files. An engine is meant by the longest of them that its name begins with. */
  static final List<String> ENGINES =
      List.of(
          "adk",
          "airflow",
          "camel",
          "camunda",
          "conductor",
          "dify",
          "flowable",
          "jobrunr",
          "kestra",
          "langchain4j",
          "langgraph",
          "langgraph4j",
          "liteflow",
          "n8n",
          "spring-ai",
          "spring-ai-alibaba",
          "spring-batch",
          "temporal",
          "zeebe");

  private static final Map<String, String> SAME_WORDS =
      Map.of("operaton", "camunda", "cibseven", "camunda", "camunda8", "zeebe");

  private final Map<String, String> own;
  private final Map<String, String> generic;

  private EngineWords(Map<String, String> own, Map<String, String> generic) {
    this.own = own;
    this.generic = generic;
  }

  static EngineWords of(String engine) {
    String file =
        SAME_WORDS.getOrDefault(
            engine,
            ENGINES.stream()
                .filter(engine::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse(GENERIC));
    return new EngineWords(read(file), read(GENERIC));
  }

  /** Independent nodes as parallel branches. */
  String sideBySide(Neighbours nodes) {
    return say("parallel", nodes.asValues());
  }

  /** What makes declared branches of a source really run at once. */
  String serialSwitch(String source) {
    return say("serial", Map.of("source", source));
  }

  String switchName() {
    return say("switch", Map.of());
  }

  /** A node behind a cache. */
  String cached(String node, Duration ttl) {
    return say("cache", keeping(node, ttl));
  }

  /** A model call behind a cache. */
  String cachedModel(String node, Duration ttl) {
    return say(own.containsKey("cache") ? "cache" : "model-cache", keeping(node, ttl));
  }

  /** A setting that makes the engine do less between nodes; null when none is known. */
  @Nullable String lessOverhead() {
    return own.get("overhead");
  }

  String retry(String node) {
    return say("retry", Map.of("node", node));
  }

  String workers(String node, long workers) {
    return say("workers", Map.of("node", node, "workers", Long.toString(workers)));
  }

  /** Bounds how many executions of a node run at once. */
  String bound(String node, long atOnce) {
    return say("bound", Map.of("node", node, "workers", Long.toString(atOnce)));
  }

  String timeout(String node, double ms) {
    Duration limit = Duration.ofMillis(Math.max(1, Math.round(ms)));
    return say(
        "timeout",
        Map.of("node", node, "ms", Long.toString(limit.toMillis()), "duration", limit.toString()));
  }

  String batch() {
    return say("batch", Map.of());
  }

  String warmUp(String node) {
    return say("warm-up", Map.of("node", node));
  }

  String promptCache() {
    return say("prompt-cache", Map.of());
  }

  String model(String node, String model) {
    return say("model", Map.of("node", node, "model", model));
  }

  private static Map<String, String> keeping(String node, Duration ttl) {
    return Map.of("node", node, "ttl", ttl.toString(), "seconds", Long.toString(ttl.toSeconds()));
  }

  private String say(String purpose, Map<String, String> values) {
    String template =
        own.getOrDefault(purpose, Objects.requireNonNull(generic.get(purpose), purpose));
    return Template.fill(template, values);
  }

  private static Map<String, String> read(String file) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (String line : text("words/" + file + ".txt").split("\n", -1)) {
      if (line.matches("\\[[a-z]+(-[a-z]+)*]")) {
        lines = new ArrayList<>();
        sections.put(line.substring(1, line.length() - 1), lines);
      } else {
        lines.add(line);
      }
    }
    Map<String, String> texts = new LinkedHashMap<>();
    sections.forEach((purpose, of) -> texts.put(purpose, String.join("\n", of).stripTrailing()));
    return texts;
  }

  private static String text(String resource) {
    try (InputStream in = EngineWords.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
