package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every figure of {@code heddle stats} on two runs of an agent and a sender, beside the sum done by
 * hand. In ms, first run: agent 0-60 with chats 5-25 and 30-55, send 60-80 (fails), send 85-100;
 * second run, a second later: agent 0-40 (cold), send 40-60 (from a cache).
 */
final class StatsFieldsTest {
  private static final String USAGE = "gen_ai.usage.";
  private static final String PRICES =
      """
      {"currency":"EUR","date":"2026-11-01","models":[
      {"provider":"acme","model":"m","input":10,"output":20,"cacheRead":1}]}
      """;

  @TempDir private Path directory;
  private JsonNode workflow;
  private JsonNode agent;
  private JsonNode send;

  @BeforeEach
  void read() throws IOException {
    Shell shell = new Shell(directory);
    shell.write("prices.json", PRICES);
    shell.write("runs.jsonl", first(), second());
    assertThat(shell.run("stats", "--format=json", "--prices=prices.json", "runs.jsonl")).isZero();
    workflow = new ObjectMapper().readTree(shell.out()).at("/workflows/0");
    agent = workflow.at("/nodes/0");
    send = workflow.at("/nodes/1");
    assertThat(agent.get("node").asText()).isEqualTo("agent");
    assertThat(send.get("node").asText()).isEqualTo("send");
  }

  @Test
  void runs_areCountedAndTimed() {
    assertThat(workflow.get("runs").asInt()).isEqualTo(2);
    assertThat(workflow.get("failedRuns").asInt()).isEqualTo(1);
    assertThat(workflow.get("unfinishedRuns").asInt()).isZero();
    same(workflow, "/durationMs/mean", 80);
    same(workflow, "/durationMs/min", 60);
    same(workflow, "/durationMs/max", 100);
    near(workflow, "/durationMs/p50", 60);
    near(workflow, "/durationMs/p95", 100);
    near(workflow, "/durationMs/p99", 100);
  }

  @Test
  void abandonedRun_isCountedAndNotTimed() throws IOException {
    Shell shell = new Shell(directory);
    shell.write("abandoned.jsonl", first(), second(), abandoned());
    assertThat(shell.run("stats", "--format=json", "abandoned.jsonl")).isZero();
    JsonNode read = new ObjectMapper().readTree(shell.out()).at("/workflows/0");
    assertThat(read.get("runs").asInt()).isEqualTo(3);
    assertThat(read.get("unfinishedRuns").asInt()).isEqualTo(1);
    assertThat(counts(read.at("/nodes/0"))).isEqualTo("3 0 0 1 0");
    assertThat(read.get("durationMs")).isEqualTo(workflow.get("durationMs"));
  }

  @Test
  void executions_areCountedByWhatHappenedToThem() {
    assertThat(counts(agent)).isEqualTo("2 0 0 1 0");
    assertThat(counts(send)).isEqualTo("3 1 1 0 1");
  }

  @Test
  void times_areOfEveryExecution() {
    same(agent, "/durationMs/mean", 50);
    same(agent, "/varianceMs2", 100);
    same(agent, "/selfMs", (15 + 40) / 2.0);
    assertThat(agent.get("lastDurationsMs").toString()).isEqualTo("[60.0,40.0]");
    same(send, "/durationMs/mean", 55 / 3.0);
    same(send, "/varianceMs2", 50 / 9.0);
    same(send, "/waitMs/mean", 2.5);
    same(send, "/waitMs/max", 5);
    assertThat(agent.get("waitMs").isNull()).isTrue();
  }

  @Test
  void path_isSharedOutAndTheColdRunIsNotReplayed() {
    same(agent, "/pathShare", 100 / 160.0);
    same(send, "/pathShare", 60 / 160.0);
    same(agent, "/dragMs", 60);
    same(send, "/dragMs", 35);
    same(agent, "/slackMs", 0);
  }

  @Test
  void resources_areMeansWhereMeasured() {
    same(send, "/cpuMs", 4);
    same(send, "/allocBytes", 2_000);
    assertThat(agent.get("cpuMs").isNull()).isTrue();
  }

  @Test
  void tokensAndCost_countAtTheCallsAlone() {
    assertThat(workflow.get("tokens").toString())
        .isEqualTo(
            "{\"input\":300,\"output\":30,\"cacheRead\":40,\"cacheWrite\":null,\"reasoning\":4}");
    assertThat(agent.get("tokens")).isEqualTo(workflow.get("tokens"));
    same(workflow, "/cost/amount", (260 * 10 + 40 * 1 + 30 * 20) / 1e6);
    assertThat(workflow.at("/cost/currency").asText()).isEqualTo("EUR");
    same(workflow, "/reportedCost", 0.005);
    same(agent, "/firstTokenMs/mean", 2);
    assertThat(send.get("tokens").isNull()).isTrue();
  }

  private static void same(JsonNode node, String at, double value) {
    assertThat(node.at(at).asDouble(Double.NaN)).as(at).isEqualTo(value, within(1e-9));
  }

  /** Percentiles are within 1 %. */
  private static void near(JsonNode node, String at, double value) {
    assertThat(node.at(at).asDouble(Double.NaN)).as(at).isEqualTo(value, within(value / 100));
  }

  private static String counts(JsonNode node) {
    return Arrays.stream(new String[] {"executions", "errors", "attempts", "cold", "cacheHits"})
        .map(field -> node.get(field).asText())
        .collect(Collectors.joining(" "));
  }

  private static String first() {
    return line(
        span(1, 1, 0, "answer", 0, 100, true, "heddle.workflow.name", "answer"),
        span(
            1,
            2,
            1,
            "agent",
            0,
            60,
            false,
            "heddle.node.id",
            "agent",
            USAGE + "input_tokens",
            300,
            USAGE + "output_tokens",
            30,
            USAGE + "cost",
            0.005),
        span(
            1,
            3,
            2,
            "chat",
            5,
            25,
            false,
            "gen_ai.provider.name",
            "acme",
            "gen_ai.response.model",
            "m",
            USAGE + "input_tokens",
            100,
            USAGE + "output_tokens",
            10,
            USAGE + "cache_read.input_tokens",
            40,
            USAGE + "reasoning.output_tokens",
            4,
            "gen_ai.response.time_to_first_chunk",
            0.002,
            USAGE + "cost",
            0.002),
        span(
            1,
            4,
            2,
            "chat",
            30,
            55,
            false,
            "gen_ai.provider.name",
            "acme",
            "gen_ai.response.model",
            "m",
            USAGE + "input_tokens",
            200,
            USAGE + "output_tokens",
            20,
            USAGE + "cost",
            0.003),
        span(
            1,
            5,
            1,
            "send",
            60,
            80,
            true,
            "heddle.node.id",
            "send",
            "heddle.node.wait_ns",
            5_000_000),
        span(
            1,
            6,
            1,
            "send",
            85,
            100,
            false,
            "heddle.node.id",
            "send",
            "heddle.node.attempt",
            2,
            "heddle.node.wait_ns",
            0,
            "heddle.node.cpu_ns",
            3_000_000,
            "heddle.node.alloc_bytes",
            1_000));
  }

  private static String second() {
    return line(
        span(2, 1, 0, "answer", 0, 60, false, "heddle.workflow.name", "answer"),
        span(2, 2, 1, "agent", 0, 40, false, "heddle.node.id", "agent", "heddle.node.cold", true),
        span(
            2,
            5,
            1,
            "send",
            40,
            60,
            false,
            "heddle.node.id",
            "send",
            "heddle.node.cache",
            "hit",
            "heddle.node.cpu_ns",
            5_000_000,
            "heddle.node.alloc_bytes",
            3_000));
  }

  private static String abandoned() {
    return line(
        span(
            3,
            1,
            0,
            "answer",
            0,
            10,
            false,
            "heddle.workflow.name",
            "answer",
            "heddle.run.abandoned",
            true),
        span(3, 2, 1, "agent", 0, 10, false, "heddle.node.id", "agent"));
  }

  private static String line(String... spans) {
    return """
    {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":\
    {"stringValue":"mail"}}]},"scopeSpans":[{"spans":[%s]}]}]}\
    """
        .formatted(String.join(",", spans));
  }

  /** Attributes are names and values in turn. */
  private static String span(
      int trace,
      int id,
      int parent,
      String name,
      long from,
      long to,
      boolean failed,
      Object... attributes) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < attributes.length; i += 2) {
      all.append(i == 0 ? "" : ",").append(attribute((String) attributes[i], attributes[i + 1]));
    }
    long second = (1_790_000_000L + trace) * 1_000_000_000L;
    return """
    {"traceId":"%032x","spanId":"%016x","parentSpanId":"%s","name":"%s","kind":1,\
    "startTimeUnixNano":"%d","endTimeUnixNano":"%d","status":{"code":%d},"attributes":[%s]}\
    """
        .formatted(
            trace,
            id,
            parent == 0 ? "" : "%016x".formatted(parent),
            name,
            second + from * 1_000_000,
            second + to * 1_000_000,
            failed ? 2 : 0,
            all);
  }

  private static String attribute(String key, Object value) {
    String type =
        value instanceof Double
            ? "doubleValue"
            : value instanceof Boolean
                ? "boolValue"
                : value instanceof Integer ? "intValue" : "stringValue";
    Object written =
        value instanceof String || value instanceof Integer ? "\"" + value + "\"" : value;
    return "{\"key\":\"%s\",\"value\":{\"%s\":%s}}".formatted(key, type, written);
  }
}
