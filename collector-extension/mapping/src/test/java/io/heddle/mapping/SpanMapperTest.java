package io.heddle.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.otlp.OtlpJson;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SpanMapperTest {
  @Test
  void amongAliases_theEarlierRowWins_whateverTheOrderOnTheSpan() throws IOException {
    SpanMapper mapper =
        mapper(
            text("gen_ai.system", "old"),
            text("llm.provider", "other"),
            text("gen_ai.provider.name", "new"));

    assertThat(mapper.text(Field.PROVIDER)).isEqualTo("new");
    assertThat(Objects.requireNonNull(mapper.row(Field.PROVIDER)).key())
        .isEqualTo("gen_ai.provider.name");
  }

  @Test
  void sourcesAreBelievedInTheirOrder() throws IOException {
    SpanMapper mapper =
        mapper(
            text("cicd.pipeline.name", "pipeline"),
            text("langfuse.trace.name", "trace"),
            text("traceloop.workflow.name", "loop"),
            text("agent.name", "agent"),
            text("gen_ai.workflow.name", "genai"),
            text("airflow.dag_id", "dag"),
            text("heddle.workflow.name", "own"));

    assertThat(mapper.workflow()).isEqualTo("own");
  }

  @Test
  void numberWrittenAsText_isANumber_andAnythingElseIsUnknown() throws IOException {
    SpanMapper mapper =
        mapper(text("gen_ai.usage.input_tokens", "12"), text("gen_ai.usage.output_tokens", "many"));

    assertThat(mapper.number(Field.INPUT_TOKENS)).isEqualTo(12);
    assertThat(mapper.number(Field.OUTPUT_TOKENS)).isNull();
    assertThat(mapper.has(Field.OUTPUT_TOKENS)).isFalse();
  }

  /** As Jaeger's and Zipkin's formats hold lists. */
  @Test
  void listWrittenAsText_isAList() throws IOException {
    assertThat(mapper(text("heddle.node.reads", "[\"b\", \"a, c\"]")).list(Field.READS))
        .containsExactly("a, c", "b");
    assertThat(mapper(text("heddle.node.reads", "b,a")).list(Field.READS))
        .containsExactly("a", "b");
    assertThat(mapper(text("heddle.node.reads", "['b', 'a']")).list(Field.READS))
        .containsExactly("a", "b");
    assertThat(mapper(text("heddle.node.reads", "[]")).list(Field.READS)).isEmpty();
    assertThat(mapper(text("heddle.node.reads", "ALL")).list(Field.READS)).containsExactly("ALL");
    assertThat(mapper(text("heddle.node.reads", "[a")).list(Field.READS)).containsExactly("[a");
  }

  @Test
  void valueThatIsNoNumber_leavesTheFieldToTheNextRow() throws IOException {
    SpanMapper mapper =
        mapper(text("gen_ai.usage.input_tokens", "many"), text("gen_ai.usage.prompt_tokens", "7"));

    assertThat(mapper.number(Field.INPUT_TOKENS)).isEqualTo(7);
  }

  @Test
  void keyThatOthersUseToo_countsOnlyWithItsCompanion() throws IOException {
    assertThat(mapper(text("node.id", "7")).has(Field.NODE_MARK)).isFalse();
    assertThat(mapper(text("node.id", "7"), text("node.type", "llm")).has(Field.NODE_MARK))
        .isTrue();
  }

  @Test
  void types_areTranslatedOrKeptInSnakeCase() {
    Types types = new Types();

    assertThat(types.of("gen_ai.operation.name", "text_completion")).isEqualTo("llm");
    assertThat(types.of("openinference.span.kind", "RETRIEVER")).isEqualTo("knowledge_retrieval");
    assertThat(types.of("n8n.node.type", "n8n-nodes-base.googleSheets")).isEqualTo("google_sheets");
    assertThat(types.of("component", "camel-http")).isEqualTo("http_request");
    assertThat(types.of("db.system.name", "postgresql")).isEqualTo("database");
  }

  @Test
  void countsInAJsonObject_areSummedByTheirSide() throws IOException {
    SpanMapper mapper =
        mapper(
            text(
                "langfuse.observation.usage_details",
                "{\"input\":10,\"input_cached_tokens\":90,\"output\":5,\"total\":105}"),
            text("langfuse.observation.cost_details", "{\"total\":0.25}"));

    assertThat(mapper.number(Field.INPUT_TOKENS)).isEqualTo(100);
    assertThat(mapper.number(Field.CACHE_READ_TOKENS)).isEqualTo(90);
    assertThat(mapper.number(Field.OUTPUT_TOKENS)).isEqualTo(5);
    assertThat(mapper.decimal(Field.COST)).isEqualTo(0.25);
  }

  @Test
  void textThatIsNoJson_hasNoMembers() throws IOException {
    SpanMapper mapper =
        mapper(text("langfuse.observation.usage_details", "12"), text("metadata", "{broken"));

    assertThat(mapper.has(Field.INPUT_TOKENS)).isFalse();
    assertThat(mapper.has(Field.NODE)).isFalse();
  }

  @Test
  void moment_isTimeSinceTheStart_unlessItLiesBefore() throws IOException {
    String key = "langfuse.observation.completion_start_time";

    assertThat(mapper(text(key, "1970-01-01T00:00:00.250Z")).number(Field.FIRST_TOKEN_NS))
        .isEqualTo(250_000_000);
    assertThat(mapper(text(key, "1969-01-01T00:00:00Z")).has(Field.FIRST_TOKEN_NS)).isFalse();
    assertThat(mapper(text(key, "soon")).has(Field.FIRST_TOKEN_NS)).isFalse();
  }

  @Test
  void unknown_isNoName() throws IOException {
    SpanMapper mapper = mapper(text("dify.workflow_id", "unknown"), text("dify.app_id", "shop"));

    assertThat(mapper.workflow()).isEqualTo("shop");
    assertThat(mapper.has(Field.WORKFLOW_VERSION)).isFalse();
  }

  @Test
  void nameThatFitsMany_isFollowedByWhatTheSpanIsAbout() throws IOException {
    assertThat(named("running tool", text("gen_ai.tool.name", "search")).node())
        .isEqualTo("running tool search");
    assertThat(named("execute_tool search", text("gen_ai.tool.name", "search")).node())
        .isEqualTo("execute_tool search");
  }

  @Test
  void spansThatDifferOnlyInTheirSubject_areNotAlike() throws IOException {
    SpanMapper mapper = toolCalls("search", "pay");

    mapper.map(0);
    assertThat(mapper.node()).isEqualTo("ai.toolCall search");
    mapper.map(1);
    assertThat(mapper.node()).isEqualTo("ai.toolCall pay");
  }

  @Test
  void idInAName_isAStar() throws IOException {
    String uuid = "0b8e2f6c-3b1f-4c1d-9f10-6a2b3c4d5e6f";

    assertThat(named("process writer_" + uuid + ".(default)").name())
        .isEqualTo("process writer_*.(default)");
    assertThat(named("Crew_" + uuid.replace("-", "") + ".kickoff").name())
        .isEqualTo("Crew_*.kickoff");
    assertThat(named("deadbeefcafe-reports").name()).isEqualTo("deadbeefcafe-reports");
  }

  @Test
  void timeToTheFirstToken_isInMillisecondsWhereItIsWhole() throws IOException {
    String key = "gen_ai.server.time_to_first_token";

    assertThat(mapper(text(key, "350")).number(Field.FIRST_TOKEN_NS)).isEqualTo(350_000_000);
    assertThat(mapper(text(key, "0.35")).number(Field.FIRST_TOKEN_NS)).isEqualTo(350_000_000);
  }

  @Test
  void textInQuotationMarks_isReadWithoutThem() throws IOException {
    SpanMapper mapper =
        mapper(text("mlflow.spanType", "\"CHAT_MODEL\""), text("mlflow.llm.model", "\"m-1\""));

    assertThat(mapper.type()).isEqualTo("llm");
    assertThat(mapper.text(Field.REQUEST_MODEL)).isEqualTo("m-1");
  }

  @Test
  void notANumber_isUnknown() throws IOException {
    String key = "gen_ai.usage.input_tokens";

    for (String value : new String[] {"\"NaN\"", "\"Infinity\"", "1e300"}) {
      assertThat(mapper(attribute(key, "doubleValue", value)).has(Field.INPUT_TOKENS)).isFalse();
    }
    assertThat(mapper(attribute(key, "doubleValue", "12.0")).number(Field.INPUT_TOKENS))
        .isEqualTo(12);
  }

  @Test
  void everyFieldHasABit() {
    assertThat(Field.values()).hasSizeLessThanOrEqualTo(Long.SIZE);
  }

  @Test
  void noKeyMeansAFieldTwice_andSourcesStandInOrderWithinAField() {
    Set<String> seen = new HashSet<>();
    Source[] last = new Source[Field.values().length];
    for (Row row : Rows.ALL) {
      assertThat(seen.add(row.field() + row.key())).as("%s", row).isTrue();
      Source before = last[row.field().ordinal()];
      assertThat(before == null || before.compareTo(row.source()) <= 0).as("%s", row).isTrue();
      last[row.field().ordinal()] = row.source();
    }
  }

  private static SpanMapper mapper(String... attributes) throws IOException {
    return named("", attributes);
  }

  private static SpanMapper named(String name, String... attributes) throws IOException {
    return mapper(List.of(span(name, attributes)));
  }

  private static SpanMapper toolCalls(String... tools) throws IOException {
    return mapper(
        Stream.of(tools).map(tool -> span("ai.toolCall", text("ai.toolCall.name", tool))).toList());
  }

  private static SpanMapper mapper(List<String> spans) throws IOException {
    String json =
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + String.join(",", spans) + "]}]}]}";
    SpanMapper mapper = new SpanMapper(OtlpJson.read(json.getBytes(UTF_8)));
    mapper.map(0);
    return mapper;
  }

  private static String span(String name, String... attributes) {
    return "{\"name\":\"" + name + "\",\"attributes\":[" + String.join(",", attributes) + "]}";
  }

  private static String text(String key, String value) {
    return attribute(key, "stringValue", "\"" + value.replace("\"", "\\\"") + "\"");
  }

  private static String attribute(String key, String form, String value) {
    return "{\"key\":\"" + key + "\",\"value\":{\"" + form + "\":" + value + "}}";
  }
}
