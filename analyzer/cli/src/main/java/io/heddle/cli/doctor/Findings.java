package io.heddle.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A status and its diagnosis, to be read by people or programs. */
public record Findings(AgentStatus status, Diagnosis diagnosis) {
  /** One JSON object on one line: all that the agent said, with state, faults and notes. */
  public String json() {
    ObjectNode json = status.said().deepCopy();
    json.put("state", status.state());
    json.put("written", status.written().toString());
    diagnosis.faults().forEach(json.putArray("faults")::add);
    diagnosis.notes().forEach(json.putArray("notes")::add);
    return json + "\n";
  }

  /** Lines for people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("process %d, %s: %s\n".formatted(status.pid(), status.state(), status.command()));
    if (status.said().has("agent")) {
      text.append(
          "agent %s on %s\n"
              .formatted(
                  status.said().path("agent").asText(), status.said().path("java").asText()));
    }
    section(text, "Settings", status.list("settings").stream().map(Findings::setting).toList());
    section(text, "Rules", rules());
    section(text, "Methods", status.list("methods").stream().map(Findings::methods).toList());
    section(
        text,
        "Counts",
        status.counters().stream()
            .map(counter -> counter.getKey() + " " + counter.getValue())
            .toList());
    section(text, "Last export", lastExport());
    section(text, "Notes", diagnosis.notes());
    section(text, "Faults", diagnosis.faults());
    return text.append(diagnosis.faults().isEmpty() ? "\nNo fault found.\n" : "").toString();
  }

  private static void section(StringBuilder text, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append("\n").append(title).append("\n");
      lines.forEach(line -> text.append("  ").append(line).append("\n"));
    }
  }

  /** Those that a class was loaded for; of the others only how many there are. */
  private List<String> rules() {
    List<String> lines = new ArrayList<>();
    Map<String, Integer> unseen = new TreeMap<>();
    for (JsonNode rule : status.list("rules")) {
      if (rule.path("verdict").asText().equals("unseen")) {
        unseen.merge(rule.path("engine").asText(), 1, Integer::sum);
      } else {
        lines.add(rule(rule));
      }
    }
    unseen.forEach((engine, rules) ->
        lines.add(
            "%-8s %s, %s: no such class was loaded"
                .formatted("unseen", engine, Counted.of(rules, "rule", "rules"))));
    return lines;
  }

  /** When, how much, and what went wrong last. */
  private List<String> lastExport() {
    JsonNode last = status.said().path("lastExport");
    List<String> lines = new ArrayList<>();
    if (status.isAsleep() || last.isMissingNode()) {
      return lines;
    }
    lines.add(
        last.has("at")
            ? "%s: the collector took %s"
                .formatted(
                    last.path("at").asText(),
                    Counted.of(last.path("spans").asLong(), "span", "spans"))
            : "the collector has taken nothing yet");
    if (last.has("problem")) {
      lines.add("%s: %s".formatted(last.path("failedAt").asText(), last.path("problem").asText()));
    }
    return lines;
  }

  private static String setting(JsonNode setting) {
    return "%s=%s (%s)"
        .formatted(
            setting.path("name").asText(),
            setting.path("value").asText(),
            setting.path("origin").asText());
  }

  private static String rule(JsonNode rule) {
    String seen = texts(rule.path("seenIn"));
    return "%-8s %s %s%s"
        .formatted(
            rule.path("verdict").asText(),
            rule.path("engine").asText(),
            rule.path("place").asText(),
            seen.isEmpty() ? "" : " in " + seen);
  }

  private static String methods(JsonNode rule) {
    String first = texts(rule.path("first"));
    return "%s: %s, %s%s"
        .formatted(
            rule.path("rule").asText(),
            Counted.of(rule.path("classes").asInt(), "class", "classes"),
            Counted.of(rule.path("methods").asInt(), "method", "methods"),
            first.isEmpty() ? "" : ": " + first);
  }

  private static String texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }
}
