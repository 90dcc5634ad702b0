package io.heddle.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the agent is at work, and if not, who or what keeps it from that. */
final class Switches {
  private static final Set<String> NAMES = Set.of("heddle.enabled", "otel.sdk.disabled");

  private Switches() {}

  /** False if there is nothing else to look at. */
  static boolean isAwake(AgentStatus status, Complaints complaints) {
    if (status.said().has("failure")) {
      complaints.fault("the agent could not start: " + status.said().path("failure").asText());
      return false;
    }
    if (status.said().path("off").asBoolean()) {
      complaints.fault(
          "nothing is recorded: heddle.enabled=false or otel.sdk.disabled=true switched the agent"
              + " off when this JVM started");
      return false;
    }
    if (status.state().equals("gone")) {
      complaints.note(
          "the JVM ended without saying so; what it did in its last seconds is not counted");
    }
    if (status.isAsleep()) {
      complaints.fault(
          "nothing was recorded: no class of a known engine was loaded, and none that"
              + " heddle.methods means");
      return false;
    }
    recording(status, complaints);
    return true;
  }

  private static void recording(AgentStatus status, Complaints complaints) {
    long pauses = status.counter("pauses");
    if (status.said().has("paused")) {
      complaints.fault(
          "nothing is recorded now, the application needs its resources itself: "
              + status.said().path("paused").asText());
    } else if (!status.said().path("recording").asBoolean()) {
      complaints.fault("nothing is recorded: " + switchedOffBy(status.list("settings")));
    } else if (pauses > 0) {
      complaints.note(
          "recording has paused "
              + Counted.of(pauses, "time", "times")
              + " in favour of the application, and goes on");
    }
  }

  private static String switchedOffBy(List<JsonNode> settings) {
    String given =
        settings.stream()
            .filter(setting -> NAMES.contains(setting.path("name").asText()))
            .map(setting ->
                "%s=%s (%s)"
                    .formatted(
                        setting.path("name").asText(),
                        setting.path("value").asText(),
                        setting.path("origin").asText()))
            .collect(Collectors.joining(", "));
    return (given.isEmpty() ? "heddle.enabled" : given) + " switches it off";
  }
}
