package io.heddle.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What became of the rules of the engines; that one does not fit is a warning of the agent. */
final class RuleFaults {
  private final Complaints complaints;

  private RuleFaults(Complaints complaints) {
    this.complaints = complaints;
  }

  static void look(AgentStatus status, Complaints complaints) {
    RuleFaults faults = new RuleFaults(complaints);
    status.list("rules").forEach(faults::rule);
    status.list("methodFailures").forEach(faults::failures);
  }

  private void rule(JsonNode rule) {
    if (rule.path("verdict").asText().equals("failed")) {
      complaints.fault("a class could not be woven: " + place(rule));
    }
    failures(rule);
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
