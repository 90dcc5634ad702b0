package io.heddle.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    return new AgentStatus(object, state(object), written);
  }

  private static String state(ObjectNode said) {
    String state = said.path("state").asText();
    boolean isGone = state.equals("running") && !isAlive(said.path("pid").asLong());
    return isGone ? "gone" : state;
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
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

  long counter(String name) {
    return said.path("counters").path(name).asLong();
  }

  List<JsonNode> list(String name) {
    return StreamSupport.stream(said.path(name).spliterator(), false).toList();
  }

  List<String> texts(String name) {
    return list(name).stream().map(JsonNode::asText).toList();
  }

  /** What it counts, in its own order. */
  List<Map.Entry<String, JsonNode>> counters() {
    return List.copyOf(said.path("counters").properties());
  }
}
