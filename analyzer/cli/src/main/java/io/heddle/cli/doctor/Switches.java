package io.heddle.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether the agent is at work, and if not, who or what keeps it from that. */
final class Switches {
  private Switches() {}

  /** False if there is nothing else to look at. */
  static boolean isOn(AgentStatus status, Complaints complaints) {
    if (status.said().has("failure")) {
      complaints.fault(
          "the agent could not start, the application runs without it: "
              + status.said().path("failure").asText());
      return false;
    }
    if (status.said().path("off").asBoolean()) {
      complaints.fault(
          "nothing is recorded: %s the agent off when this JVM started"
              .formatted(switchedOffBy(status.list("settings"), "switched")));
      return false;
    }
    if (status.state().equals("gone")) {
      complaints.note(
          "the JVM ended without saying so; what it did in its last seconds is not counted");
    }
    if (!status.isAsleep()) {
      recording(status, complaints);
    }
    return true;
  }

  private static void recording(AgentStatus status, Complaints complaints) {
    long pauses = status.counter("pauses");
    if (status.said().has("paused")) {
      complaints.fault(
          "nothing is recorded now, the application needs its resources itself: "
              + status.said().path("paused").asText()
              + " (heddle.pause.heap and heddle.pause.cpu are the limits)");
    } else if (!status.isRecording()) {
      complaints.fault(
          "nothing is recorded: %s it off"
              .formatted(switchedOffBy(status.list("settings"), "switches")));
    } else if (pauses > 0) {
      complaints.note(
          "recording has paused "
              + Counted.of(pauses, "time", "times")
              + " in favour of the application, and goes on");
    }
  }

  private static String switchedOffBy(List<JsonNode> settings, String does) {
    String given =
        settings.stream()
            .filter(Switches::isOff)
            .map(setting ->
                "%s=%s (%s)"
                    .formatted(
                        setting.path("name").asText(),
                        setting.path("value").asText(),
                        setting.path("origin").asText()))
            .collect(Collectors.joining(", "));
    return (given.isEmpty() ? "heddle.enabled or otel.sdk.disabled" : given) + " " + does;
  }

  private static boolean isOff(JsonNode setting) {
    String value = setting.path("value").asText().toLowerCase(Locale.ROOT);
    return switch (setting.path("name").asText()) {
      case "heddle.enabled" -> value.equals("false") || value.equals("off");
      case "otel.sdk.disabled" -> value.equals("true");
      default -> false;
    };
  }
}
