package io.heddle.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What became of the rules of the engines. */
final class RuleFaults {
  private final Complaints complaints;
  private final Set<String> matched = new TreeSet<>();
  private final Map<String, String> missed = new LinkedHashMap<>();

  private RuleFaults(Complaints complaints) {
    this.complaints = complaints;
  }

  static void look(AgentStatus status, Complaints complaints) {
    RuleFaults faults = new RuleFaults(complaints);
    status.list("rules").forEach(faults::rule);
    faults.missed.forEach(faults::missed);
    status.list("methodFailures").forEach(faults::failures);
  }

  private void rule(JsonNode rule) {
    String engine = rule.path("engine").asText();
    switch (rule.path("verdict").asText()) {
      case "matched" -> matched.add(engine);
      case "missing", "changed" -> missed.putIfAbsent(engine, place(rule));
      case "failed" -> complaints.fault("a class could not be woven: " + place(rule));
      default -> {}
    }
    failures(rule);
  }

  private void missed(String engine, String rule) {
    if (matched.contains(engine)) {
      complaints.note(
          "a rule for another version of " + engine + " does not fit this one: " + rule);
    } else {
      complaints.fault("this version of " + engine + " is not known, no rule fits it: " + rule);
    }
  }

  private void failures(JsonNode rule) {
    long failures = rule.path("failures").asLong();
    if (failures > 0) {
      String off =
          rule.path("on").asBoolean() ? "" : " and is switched off until the JVM starts again";
      complaints.fault(
          "a rule failed %s%s: %s"
              .formatted(Counted.of(failures, "time", "times"), off, place(rule)));
    }
  }

  private static String place(JsonNode rule) {
    List<String> seen = new ArrayList<>();
    rule.path("seenIn").forEach(origin -> seen.add(origin.asText()));
    return rule.path("place").asText() + (seen.isEmpty() ? "" : " in " + String.join(", ", seen));
  }
}
