package io.heddle.core.blueprint;

import io.heddle.core.blueprint.BlueprintNode.Settings;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Orders of magnitude of what nodes of well-known types need: for a first look, until runs were
 * measured.
 */
public final class TypeCosts {
  private static final double MB = 1 << 20;
  private static final double GB = 1 << 30;
  private static final Cost OTHER = cost(100, 32 * MB);
  private static final Map<String, Cost> KNOWN = known();

  /** Answers of models run to about this length, however many tokens they may use. */
  private static final double USUAL_TOKENS = 250;

  private static final double MS_BEFORE_FIRST_TOKEN = 500;
  private static final double MS_PER_TOKEN = 10;
  private static final double USUAL_BILLIONS = 70;
  private static final double USUAL_STEPS = 30;

  private TypeCosts() {}

  /** Whether the type has a row of its own. */
  public static boolean knows(String type) {
    return KNOWN.containsKey(type);
  }

  /** The table, by type. */
  public static Map<String, Cost> table() {
    return KNOWN;
  }

  /** What a node of that type and size needs. */
  static Cost of(BlueprintNode node) {
    Cost usual = KNOWN.getOrDefault(node.type(), OTHER);
    Double ms = ms(node, usual);
    return new Cost(ms, usual.memoryBytes(), usual.gpuBytes(), null);
  }

  private static @Nullable Double ms(BlueprintNode node, Cost usual) {
    Settings settings = node.settings();
    if (settings.delayMs() != null) {
      return settings.delayMs();
    }
    if (node.type().equals("llm")) {
      return modelMs(settings);
    }
    Double ms = usual.ms();
    Double steps = settings.steps();
    boolean iterative = usual.gpuBytes() != null;
    return steps != null && ms != null && iterative ? Double.valueOf(ms * steps / USUAL_STEPS) : ms;
  }

  private static double modelMs(Settings settings) {
    double tokens =
        settings.tokens() == null ? USUAL_TOKENS : Math.min(USUAL_TOKENS, settings.tokens());
    double billions = settings.billions() == null ? USUAL_BILLIONS : settings.billions();
    double slowness = Math.sqrt(Math.max(1, billions) / USUAL_BILLIONS);
    return MS_BEFORE_FIRST_TOKEN + tokens * MS_PER_TOKEN * slowness;
  }

  private static Map<String, Cost> known() {
    Map<String, Cost> costs = new TreeMap<>();
    for (String mark :
        new String[] {
          "start", "end", "branch", "gateway", "join", "event", "container", "trigger"
        }) {
      costs.put(mark, cost(0, 0));
    }
    for (String inner : new String[] {"iteration", "loop", "subprocess", "do", "for", "try"}) {
      costs.put(inner, cost(0, 0));
    }
    costs.put("llm", cost(MS_BEFORE_FIRST_TOKEN + USUAL_TOKENS * MS_PER_TOKEN, 64 * MB));
    costs.put("agent", cost(12_000, 128 * MB));
    costs.put("tool", cost(800, 64 * MB));
    costs.put("code", cost(50, 64 * MB));
    costs.put("script", cost(50, 64 * MB));
    costs.put("http_request", cost(300, 16 * MB));
    costs.put("rpc", cost(100, 16 * MB));
    costs.put("service", cost(300, 32 * MB));
    costs.put("database", cost(20, 16 * MB));
    costs.put("messaging", cost(20, 8 * MB));
    costs.put("knowledge_retrieval", cost(400, 64 * MB));
    costs.put("embedding", cost(150, 32 * MB));
    costs.put("rerank", cost(250, 32 * MB));
    costs.put("question_classifier", cost(1_200, 32 * MB));
    costs.put("parameter_extractor", cost(1_500, 32 * MB));
    costs.put("document_extractor", cost(800, 256 * MB));
    costs.put("template", cost(2, 4 * MB));
    costs.put("variable", cost(1, 4 * MB));
    costs.put("answer", cost(1, 4 * MB));
    costs.put("business_rule", cost(10, 16 * MB));
    costs.put("human", cost(600_000, 0));
    costs.put("timer", cost(1_000, 0));
    costs.put("wait", cost(10_000, 0));
    costs.put("subworkflow", cost(2_000, 64 * MB));
    costs.put("media", cost(50, 128 * MB));
    costs.put("image_model", new Cost(8_000.0, 2 * GB, 8 * GB, null));
    costs.put("video_model", new Cost(60_000.0, 4 * GB, 16 * GB, null));
    costs.put("audio_model", new Cost(3_000.0, GB, 2 * GB, null));
    costs.put("local_model", new Cost(4_000.0, 2 * GB, 6 * GB, null));
    return Map.copyOf(costs);
  }

  private static Cost cost(double ms, double bytes) {
    return new Cost(ms, bytes, null, null);
  }
}
