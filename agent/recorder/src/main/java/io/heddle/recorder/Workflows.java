package io.heddle.recorder;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All workflows of the process by engine, name and graph. Thread-safe. */
final class Workflows {
  private static final int MAX = 4096;

  private final Map<String, Workflow> byKey = new ConcurrentHashMap<>();

  Workflow of(String engine, String name, @Nullable GraphDocument graph) {
    String key = String.join("\0", engine, name, graph == null ? "" : graph.json());
    Workflow known = byKey.get(key);
    if (known != null) {
      return known;
    }
    Workflow made = new Workflow(engine, name, graph);
    if (byKey.size() >= MAX) {
      return made; // names without end: nothing is kept for them
    }
    Workflow raced = byKey.putIfAbsent(key, made);
    return raced == null ? made : raced;
  }
}
