package io.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProfileCommandTest {
  private static final String GRAPH =
      "{\"name\":\"answer\",\"nodes\":[{\"id\":\"fetch\",\"type\":\"http_request\"},"
          + "{\"id\":\"draft\",\"type\":\"llm\"}],\"edges\":[{\"from\":\"fetch\",\"to\":\"draft\"}]}";

  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void definition() throws IOException {
    shell = new Shell(directory);
    shell.write("graph.json", GRAPH);
  }

  @Test
  void json_hasTheFieldsOfTheContract() throws IOException {
    JsonNode profile = profile("graph.json");

    assertThat(profile.path("workflow").textValue()).isEqualTo("answer");
    JsonNode node = profile.path("nodes").path(0);
    assertThat(node.path("node").textValue()).isEqualTo("fetch");
    assertThat(node.path("type").textValue()).isEqualTo("http_request");
    assertThat(node.path("complexity").intValue()).isEqualTo(10);
    assertThat(node.path("estimatedMs").doubleValue()).isEqualTo(300);
    assertThat(node.path("estimatedMemoryBytes").longValue()).isEqualTo(16 << 20);
    assertThat(node.path("fanIn").intValue()).isZero();
    assertThat(node.path("fanOut").intValue()).isEqualTo(1);
    assertThat(node.path("parallelizable").booleanValue()).isFalse();
    assertThat(node.path("source").textValue()).isEqualTo("type default");
    assertThat(profile.path("edges").path(0).path("to").textValue()).isEqualTo("draft");
    assertThat(profile.path("totals").path("serialMs").doubleValue()).isEqualTo(3_300);
    assertThat(profile.path("totals").path("criticalPathMs").doubleValue()).isEqualTo(3_300);
    assertThat(profile.path("totals").path("parallelGroups").isArray()).isTrue();
    assertThat(profile.path("grade").textValue()).isEqualTo("B");
    assertThat(profile.path("error").isNull()).isTrue();
  }

  @Test
  void measuredRuns_giveTheTimesAndTheError() throws IOException {
    shell.write("runs.jsonl", TraceLine.of("mail", "answer", 0), TraceLine.of("mail", "answer", 1));

    JsonNode profile = profile("graph.json", "--measured", "runs.jsonl");

    assertThat(profile.path("nodes").path(0).path("estimatedMs").doubleValue()).isEqualTo(60);
    assertThat(profile.path("nodes").path(0).path("source").textValue()).isEqualTo("measured");
    assertThat(profile.path("totals").path("criticalPathMs").doubleValue()).isEqualTo(100);
    assertThat(profile.path("error").path("runs").intValue()).isEqualTo(2);
    assertThat(profile.path("error").path("medianPercent").doubleValue()).isZero();
  }

  @Test
  void fileOfSpans_givesItsGraphAndItsTimes() throws IOException {
    String graph =
        "{\"key\":\"heddle.graph\",\"value\":{\"stringValue\":\"%s\"}}"
            .formatted(GRAPH.replace("\"", "\\\""));
    shell.write(
        "spans.jsonl",
        TraceLine.of("mail", "answer", 0)
            .replace("\"attributes\":[]", "\"attributes\":[" + graph + "]"));

    JsonNode profile = profile("spans.jsonl");

    assertThat(profile.path("edges")).hasSize(1);
    assertThat(profile.path("nodes").path(1).path("estimatedMs").doubleValue()).isEqualTo(40);
  }

  @Test
  void fileOfSpansWithoutAGraph_isSaid() throws IOException {
    shell.write("spans.jsonl", TraceLine.of("mail", "answer", 0));

    assertThat(shell.run("profile", "spans.jsonl")).isEqualTo(2);
    assertThat(shell.errLines()).singleElement().asString().contains("no span carries a graph");
  }

  @Test
  void defaultsOfTheUser_areTaken() throws IOException {
    shell.write("defaults.json", "{\"types\":{\"llm\":{\"estimatedMs\":700,\"complexity\":4}}}");

    JsonNode node = profile("graph.json", "--defaults", "defaults.json").path("nodes").path(1);

    assertThat(node.path("estimatedMs").doubleValue()).isEqualTo(700);
    assertThat(node.path("complexity").intValue()).isEqualTo(4);
    assertThat(node.path("source").textValue()).isEqualTo("user");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":{}} | type is not known",
        "{\"types\":{\"llm\":{\"estimatedMs\":-1}}} | types.llm.estimatedMs must be a number",
        "{\"edges\":[{\"from\":\"a\"}]} | edges[0].from, to and probability must be given",
        "{\"usualRounds\": | at line"
      })
  void badDefaults_nameTheField(String json, String message) throws IOException {
    shell.write("defaults.json", json);

    assertThat(shell.run("profile", "graph.json", "--defaults", "defaults.json")).isEqualTo(2);
    assertThat(shell.errLines()).singleElement().asString().contains("--defaults", message);
  }

  @Test
  void earlierVersion_isComparedWith() throws IOException {
    shell.write("old.json", GRAPH.replace("http_request", "code"));

    JsonNode comparison = profile("graph.json", "--base", "old.json").path("comparison");

    assertThat(comparison.path("changedNodes")).hasSize(1);
    assertThat(comparison.path("delta").path("serialMs").doubleValue()).isEqualTo(250);
    assertThat(shell.run("profile", "graph.json", "--base", "old.json")).isZero();
    assertThat(shell.out()).contains("What changed", "code → http_request");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text | Score 83.6",
        "markdown | # answer",
        "html | <svg class=\"graph\"",
        "csv | answer,fetch,fetch,http_request,,10,300.0"
      })
  void everyFormat_hasAForm(String format, String part) {
    assertThat(shell.run("profile", "graph.json", "--format", format)).isZero();
    assertThat(shell.out()).contains(part);
  }

  @Test
  void badDefinition_isNamedWithFileAndPlace() throws IOException {
    shell.write("broken.bpmn", "<definitions>", "  <process></definitions>");

    assertThat(shell.run("profile", "broken.bpmn")).isEqualTo(2);
    assertThat(shell.errLines()).singleElement().asString().contains("broken.bpmn", "line 2");
    assertThat(shell.run("profile", "nowhere.yml")).isEqualTo(2);
    assertThat(shell.errLines()).singleElement().asString().contains("no such file");
  }

  private JsonNode profile(String... arguments) throws IOException {
    String[] all = new String[arguments.length + 2];
    all[0] = "profile";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 1] = "--format=json";
    assertThat(shell.run(all)).as(shell.errLines().toString()).isZero();
    return JsonMapper.builder().build().readTree(shell.out());
  }
}
