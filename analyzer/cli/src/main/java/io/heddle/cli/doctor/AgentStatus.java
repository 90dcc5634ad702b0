package io.heddle.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What the agent of one JVM said last.
 *
 * @param said the agent's own words
 * @param state running, ended, or gone if it ended without saying so
 * @param written when it was said
 */
public record AgentStatus(ObjectNode said, String state, Instant written) {
  static AgentStatus of(Path file, Instant written) throws IOException {
    JsonNode said = new JsonMapper().readTree(file.toFile());
    if (!(said instanceof ObjectNode object)) {
      throw new IOException("not a status");
    }
    return new AgentStatus(object, state(object, written), written);
  }

  /** One that does nothing does not say that it ends. */
  private static String state(ObjectNode said, Instant written) {
    String state = said.path("state").asText();
    if (!state.equals("running") || Processes.isAlive(said.path("pid").asLong(), written)) {
      return state;
    }
    return said.has("off") || said.has("failure") ? "ended" : "gone";
  }

  public long pid() {
    return said.path("pid").asLong();
  }

  public String command() {
    return said.path("command").asText();
  }

  /** Whether no class has needed the agent. */
  boolean isAsleep() {
    return said.path("asleep").asBoolean();
  }

  /** Whether woven code records. */
  boolean isRecording() {
    return said.path("recording").asBoolean();
  }

  long counter(String name) {
    return said.path("counters").path(name).asLong();
  }

  List<JsonNode> list(String name) {
    return StreamSupport.stream(said.path(name).spliterator(), false).toList();
  }

  /** The value of a setting that the user gave. */
  Optional<String> setting(String name) {
    return list("settings").stream()
        .filter(setting -> setting.path("name").asText().equals(name))
        .map(setting -> setting.path("value").asText())
        .findFirst();
  }

  List<String> texts(String name) {
    return list(name).stream().map(JsonNode::asText).toList();
  }

  /** What it counts, in its own order. */
  List<Map.Entry<String, JsonNode>> counters() {
    return List.copyOf(said.path("counters").properties());
  }
}
