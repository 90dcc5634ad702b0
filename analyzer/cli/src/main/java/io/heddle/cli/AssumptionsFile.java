package io.heddle.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.heddle.core.blueprint.Assumptions;
import io.heddle.core.blueprint.Assumptions.Way;
import io.heddle.core.blueprint.Cost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a user knows better than the defaults, as JSON. */
final class AssumptionsFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Set<String> FIELDS =
      Set.of("types", "nodes", "edges", "rounds", "usualRounds", "memoryLimitBytes");
  private static final Set<String> COSTS =
      Set.of("estimatedMs", "estimatedMemoryBytes", "estimatedGpuMemoryBytes", "complexity");

  private final String name;

  private AssumptionsFile(String name) {
    this.name = name;
  }

  /** Reads the file; an error names the line or the field. */
  static Assumptions read(Path file, Console console) {
    AssumptionsFile reader = new AssumptionsFile("--defaults " + file);
    try {
      return reader.assumptions(
          MAPPER.readTree(Files.readAllBytes(console.directory().resolve(file))));
    } catch (JacksonException e) {
      throw new UserError(
          "%s: %s at line %d"
              .formatted(reader.name, e.getOriginalMessage(), e.getLocation().getLineNr()));
    } catch (IOException e) {
      throw new UserError(reader.name + ": " + Reason.of(e));
    }
  }

  private Assumptions assumptions(JsonNode root) {
    onlyFields(root, "", FIELDS);
    Assumptions usual = Assumptions.DEFAULTS;
    Double rounds = number(root, "", "usualRounds", 0, 1e6);
    Double limit = number(root, "", "memoryLimitBytes", 1, 1e15);
    return new Assumptions(
        costs(root.path("types"), "types."),
        costs(root.path("nodes"), "nodes."),
        probabilities(root.path("edges")),
        rounds(root.path("rounds")),
        rounds == null ? usual.usualRounds() : rounds.intValue(),
        limit == null ? usual.memoryLimitBytes() : limit);
  }

  private Map<String, Cost> costs(JsonNode list, String at) {
    Map<String, Cost> costs = new HashMap<>();
    for (Iterator<String> names = list.fieldNames(); names.hasNext(); ) {
      String key = names.next();
      JsonNode cost = list.get(key);
      String where = at + key + ".";
      onlyFields(cost, where, COSTS);
      Double complexity = number(cost, where, "complexity", 1, 20);
      costs.put(
          key,
          new Cost(
              number(cost, where, "estimatedMs", 0, 1e12),
              number(cost, where, "estimatedMemoryBytes", 0, 1e15),
              number(cost, where, "estimatedGpuMemoryBytes", 0, 1e15),
              complexity == null ? null : Integer.valueOf(complexity.intValue())));
    }
    return costs;
  }

  private Map<Way, Double> probabilities(JsonNode edges) {
    Map<Way, Double> probabilities = new HashMap<>();
    for (int i = 0; i < edges.size(); i++) {
      JsonNode edge = edges.path(i);
      String where = "edges[" + i + "].";
      onlyFields(edge, where, Set.of("from", "to", "probability"));
      Double probability = number(edge, where, "probability", 0, 1);
      if (probability == null || !edge.path("from").isTextual() || !edge.path("to").isTextual()) {
        throw wrong(where + "from, to and probability", "must be given");
      }
      probabilities.put(
          new Way(edge.path("from").textValue(), edge.path("to").textValue()), probability);
    }
    return probabilities;
  }

  private Map<String, Integer> rounds(JsonNode loops) {
    Map<String, Integer> rounds = new HashMap<>();
    for (Iterator<String> names = loops.fieldNames(); names.hasNext(); ) {
      String key = names.next();
      Double number = number(loops, "rounds.", key, 0, 1e6);
      rounds.put(key, number == null ? 1 : number.intValue());
    }
    return rounds;
  }

  private void onlyFields(JsonNode node, String at, Set<String> known) {
    if (!node.isObject()) {
      throw wrong(at.isEmpty() ? "the document" : at, "must be an object");
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String field = names.next();
      if (!known.contains(field)) {
        throw wrong(at + field, "is not known; known are " + String.join(", ", sorted(known)));
      }
    }
  }

  private static Iterable<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private @Nullable Double number(
      JsonNode node, String at, String field, double least, double most) {
    if (!node.hasNonNull(field)) {
      return null;
    }
    JsonNode value = node.get(field);
    if (!value.isNumber() || !(value.doubleValue() >= least && value.doubleValue() <= most)) {
      throw wrong(at + field, "must be a number from %s to %s".formatted(least, most));
    }
    return value.doubleValue();
  }

  private UserError wrong(String field, String what) {
    return new UserError(name + ": " + field + " " + what);
  }
}
