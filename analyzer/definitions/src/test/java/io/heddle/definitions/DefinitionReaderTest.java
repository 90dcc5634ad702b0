package io.heddle.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.core.blueprint.Assumptions;
import io.heddle.core.blueprint.Blueprint;
import io.heddle.core.blueprint.BlueprintEdge;
import io.heddle.core.blueprint.BlueprintEdge.Kind;
import io.heddle.core.blueprint.BlueprintNode;
import io.heddle.core.blueprint.BlueprintNode.Repeat;
import io.heddle.core.blueprint.Profiler;
import io.heddle.core.blueprint.StaticProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DefinitionReaderTest {
  @ParameterizedTest
  @CsvSource({
    "support.dify.yml,dify,Support desk,11,10",
    "digest.dify.yml,dify,Digest,5,4",
    "poster.nodetool.json,nodetool,Poster,7,6",
    "claim.bpmn,bpmn,Insurance claim,16,17",
    "order.sw.yaml,serverless workflow,order,17,11",
    "onboarding.sw.json,serverless workflow 0.8,Onboarding,13,7",
    "mailroom.graph.json,captured graph,fallback,4,4"
  })
  void kind_isRecognisedFromTheContent(
      String file, String format, String name, int nodes, int edges) throws IOException {
    Blueprint blueprint = read(file);

    assertThat(blueprint.format()).isEqualTo(format);
    assertThat(blueprint.name()).isEqualTo(name);
    assertThat(blueprint.nodes()).hasSize(nodes);
    assertThat(blueprint.edges()).hasSize(edges);
    assertThat(blueprint.repaired().notes()).isEmpty();
  }

  @Test
  void dify_hasBranchesFailuresContainersAndReads() throws IOException {
    Blueprint blueprint = read("support.dify.yml");

    assertThat(edge(blueprint, "1002", "1003").kind()).isEqualTo(Kind.ONE_OF);
    assertThat(edge(blueprint, "1004", "1008").kind()).isEqualTo(Kind.EXCEPTION);
    assertThat(node(blueprint, "1005").repeat()).isEqualTo(new Repeat(null, 2));
    assertThat(node(blueprint, "1005b").parent()).isEqualTo("1005");
    assertThat(node(blueprint, "1005b").reads()).isEqualTo(Set.of("1005a", "1003"));
    assertThat(node(blueprint, "1005b").settings().billions()).isEqualTo(8);
    assertThat(node(blueprint, "1005b").settings().tokens()).isEqualTo(120);
    assertThat(node(blueprint, "1005start").start()).isTrue();
    assertThat(node(blueprint, "1003").type()).isEqualTo("knowledge_retrieval");
  }

  @Test
  void dify_showsAWaitThatNoVariableNeeds() throws IOException {
    StaticProfile profile = new Profiler(read("digest.dify.yml"), Assumptions.DEFAULTS).profile();

    assertThat(profile.avoidable()).containsExactly(BlueprintEdge.always("facts", "tone"));
    assertThat(profile.score().value()).isEqualTo(66.7);
  }

  @Test
  void difyNodeThatReadsConversationVariables_proveNothing() throws IOException {
    String dify =
        resource("digest.dify.yml").replace("Tone of {{#start.text#}}", "{{#conversation.x#}}");

    assertThat(node(parse(dify), "tone").reads()).isNull();
  }

  @Test
  void nodeTool_knowsModelsAndGroups() throws IOException {
    Blueprint blueprint = read("poster.nodetool.json");

    assertThat(node(blueprint, "picture").type()).isEqualTo("image_model");
    assertThat(node(blueprint, "picture").settings().steps()).isEqualTo(60);
    assertThat(node(blueprint, "resize").parent()).isEqualTo("loop");
    assertThat(node(blueprint, "loop").repeat()).isEqualTo(Repeat.OPEN);
    assertThat(node(blueprint, "claim").settings().billions()).isEqualTo(70);
    StaticProfile profile = new Profiler(blueprint, Assumptions.DEFAULTS).profile();
    assertThat(profile.totals().peakGpuBytes()).isEqualTo(10L << 30);
  }

  @Test
  void bpmn_hasGatewaysBoundariesTimersAndInstances() throws IOException {
    Blueprint blueprint = read("claim.bpmn");

    assertThat(edge(blueprint, "fork", "policy").kind()).isEqualTo(Kind.ALWAYS);
    assertThat(edge(blueprint, "large", "inspect").kind()).isEqualTo(Kind.ONE_OF);
    assertThat(edge(blueprint, "inspect", "late").kind()).isEqualTo(Kind.EXCEPTION);
    assertThat(node(blueprint, "policy").type()).isEqualTo("http_request");
    assertThat(node(blueprint, "weather").type()).isEqualTo("http_request");
    assertThat(node(blueprint, "wait").settings().delayMs()).isEqualTo(5_000);
    assertThat(node(blueprint, "inspect").repeat().count()).isEqualTo(4);
    assertThat(node(blueprint, "look").parent()).isEqualTo("inspect");
    assertThat(node(blueprint, "received").start()).isTrue();
  }

  @Test
  void serverlessTasks_followTheListAndItsDirectives() throws IOException {
    Blueprint blueprint = read("order.sw.yaml");

    assertThat(edge(blueprint, "route", "deliver").outcome()).isEqualTo("digital");
    assertThat(edge(blueprint, "route", "(end)").outcome()).isEqualTo("default");
    assertThat(edge(blueprint, "deliver/try", "deliver/catch").kind()).isEqualTo(Kind.EXCEPTION);
    assertThat(edge(blueprint, "each", "done if").kind()).isEqualTo(Kind.ALWAYS);
    assertThat(node(blueprint, "prepare/label/print").parent()).isEqualTo("prepare/label");
    assertThat(node(blueprint, "deliver/catch/later").settings().delayMs()).isEqualTo(30_000);
    assertThat(node(blueprint, "each").repeat()).isEqualTo(Repeat.OPEN);
  }

  @Test
  void serverlessStates_followTheirTransitions() throws IOException {
    Blueprint blueprint = read("onboarding.sw.json");

    assertThat(node(blueprint, "Check").start()).isTrue();
    assertThat(edge(blueprint, "Check", "Reject").kind()).isEqualTo(Kind.EXCEPTION);
    assertThat(edge(blueprint, "Good?", "Accounts").kind()).isEqualTo(Kind.ONE_OF);
    assertThat(edge(blueprint, "Check/score", "Check/note").kind()).isEqualTo(Kind.ALWAYS);
    assertThat(node(blueprint, "Check/note").type()).isEqualTo("messaging");
    assertThat(node(blueprint, "Pause").settings().delayMs()).isEqualTo(2_000);
  }

  @Test
  void jsonAndYamlOfTheSame_areTheSame() throws IOException {
    String yaml = "nodes: [{id: a, type: llm}, {id: b, type: code}]\nedges:\n- {from: a, to: b}\n";
    String json =
        "{\"nodes\":[{\"id\":\"a\",\"type\":\"llm\"},{\"id\":\"b\",\"type\":\"code\"}],"
            + "\"edges\":[{\"from\":\"a\",\"to\":\"b\"}]}";

    assertThat(parse(yaml)).isEqualTo(parse(json));
  }

  @Test
  void aliasInYaml_isWhatItStandsFor() throws IOException {
    String yaml = "nodes:\n- {id: a, type: &t llm}\n- {id: b, type: *t}\nedges: []\n";

    assertThat(node(parse(yaml), "b").type()).isEqualTo("llm");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT5S:5000", "PT1H30M:5400000", "P1D:86400000", "PT0.5S:500"})
  void duration_isReadAsIso8601(String pair) {
    String[] parts = pair.split(":");

    assertThat(Durations.ms(parts[0])).isEqualTo(Double.parseDouble(parts[1]));
    assertThat(Durations.ms("${ .wait }")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | empty",
        "'{' | line 1, column",
        "'{\"nodes\":[{\"type\":\"x\"}]}' | line 1, column",
        "'nodes:\n- id: a\n  id: b' | given twice at line 3",
        "'a: [b' | line 1, column",
        "'<a>' | line 1, column",
        "'<definitions/>' | not BPMN 2.0",
        "'hello' | no definition of a known language",
        "'app: {mode: chat}\nkind: app' | mode chat has no graph",
        "'document: {dsl: 1.0.0}\ndo:\n- call: http\n  with: {}' | line 3"
      })
  void badInput_isNamedWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(DefinitionFormatException.class)
        .hasMessageContaining(message);
  }

  private static Blueprint read(String file) throws IOException {
    return parse(resource(file));
  }

  static String resource(String file) throws IOException {
    try (var in = DefinitionReaderTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Blueprint parse(String text) throws IOException {
    return DefinitionReader.read(text.getBytes(StandardCharsets.UTF_8), "fallback");
  }

  private static BlueprintNode node(Blueprint blueprint, String id) {
    return blueprint.nodes().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  private static BlueprintEdge edge(Blueprint blueprint, String from, String to) {
    List<BlueprintEdge> found =
        blueprint.edges().stream()
            .filter(it -> it.from().equals(from) && it.to().equals(to))
            .toList();
    assertThat(found).as(from + " to " + to).hasSize(1);
    return found.get(0);
  }
}
