package io.heddle.instrumentation.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.langgraph4j.LangGraph4jModule;
import io.heddle.instrumentation.testkit.AgentJar;
import io.heddle.instrumentation.testkit.Application;
import io.heddle.instrumentation.testkit.OtlpSink;
import io.heddle.instrumentation.testkit.Outcome;
import io.heddle.instrumentation.testkit.Outcome.RuleVerdict;
import io.heddle.instrumentation.testkit.RecordedSpan;
import io.heddle.instrumentation.testkit.RecordedSpans;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Model calls below the nodes of a real engine, under the packaged agent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LangChain4jIT {
  private final Application program = Application.of(ChatProgram.class);
  private Outcome bare;
  private Outcome woven;
  private RecordedSpans spans;

  @BeforeAll
  void runTheProgram() throws Exception {
    bare = program.run();
    try (OtlpSink sink = OtlpSink.start()) {
      woven =
          program
              .under(
                  AgentJar.core(),
                  AgentJar.locationOf(LangGraph4jModule.class),
                  AgentJar.locationOf(LangChain4jModule.class))
              .exportingTo(sink)
              .run();
      spans = sink.spans();
    }
  }

  @Test
  void program_printsTheSameWithAndWithoutTheAgent() {
    assertThat(woven.out()).isEqualTo(bare.out());
    assertThat(woven.exitCode()).isEqualTo(bare.exitCode());
    assertThat(woven.foreignErrorLines()).isEqualTo(bare.foreignErrorLines());
  }

  @Test
  void everyRule_isMatchedAndNeverFails() {
    assertThat(woven.verdicts())
        .filteredOn(verdict -> verdict.engine().equals("langchain4j"))
        .hasSize(7)
        .allMatch(verdict -> verdict.verdict().equals("matched"));
    assertThat(woven.verdicts()).extracting(RuleVerdict::failures).containsOnly(0);
    assertThat(woven.counters()).containsEntry("dropped", 0L).containsEntry("misused", 0L);
  }

  @Test
  void modelThatSaysNothingOfItself_isRecordedAndTheNextOneToo() {
    RecordedSpan node = spans.only("taciturn");
    assertThat(spans.children(node))
        .hasSize(12)
        .last()
        .satisfies(call -> assertThat(call.name()).isEqualTo("chat fake-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "list", "async", "streaming"})
  void call_isOneOperationBelowItsNode(String node) {
    RecordedSpan call = onlyCallOf(node);
    assertThat(call.name()).startsWith("chat");
    assertThat(call.failed()).isFalse();
    assertThat(call.attributes())
        .containsEntry("gen_ai.operation.name", "chat")
        .containsEntry("gen_ai.response.model", "fake-1-2026")
        .containsEntry("gen_ai.usage.input_tokens", 11L)
        .containsEntry("gen_ai.usage.output_tokens", 7L)
        .containsEntry("gen_ai.response.finish_reasons", List.of("stop"));
  }

  @Test
  void request_isDescribedByTheModelsOwnParameters() {
    assertThat(onlyCallOf("text").name()).isEqualTo("chat fake-1");
    assertThat(onlyCallOf("text").attributes())
        .containsEntry("gen_ai.request.model", "fake-1")
        .containsEntry("gen_ai.request.temperature", 0.25)
        .containsEntry("gen_ai.provider.name", "mistral_ai");
  }

  @Test
  void openAiModel_tellsCachedAndReasoningTokens() {
    assertThat(onlyCallOf("openai").name()).isEqualTo("chat gpt-4o");
    assertThat(onlyCallOf("openai").attributes())
        .containsEntry("gen_ai.provider.name", "openai")
        .containsEntry("gen_ai.request.temperature", 0.0)
        .containsEntry("gen_ai.response.model", "gpt-4o-2024-08-06")
        .containsEntry("gen_ai.response.id", "chatcmpl-1")
        .containsEntry("gen_ai.usage.input_tokens", 100L)
        .containsEntry("gen_ai.usage.output_tokens", 20L)
        .containsEntry("gen_ai.usage.cache_read.input_tokens", 64L)
        .containsEntry("gen_ai.usage.reasoning.output_tokens", 5L);
  }

  @Test
  void wrappingModel_isAnOperationAroundTheOneItCalls() {
    RecordedSpan wrapper = onlyCallOf("wrapped");
    assertThat(wrapper.name()).isEqualTo("chat");
    assertThat(spans.children(wrapper))
        .extracting(RecordedSpan::name)
        .containsExactly("chat fake-1");
  }

  @Test
  void streamingModelThatWraps_isAnOperationAroundTheOneItCalls() {
    assertThat(spans.children(onlyCallOf("wrappedStream"))).singleElement();
  }

  /** The handlers run on a thread that has never heard of the node. */
  @ParameterizedTest
  @ValueSource(strings = {"streamThenCall", "streamFailingThenCall"})
  void callsOfAStreamsHandler_areOperationsBelowTheSameNode(String node) {
    assertThat(spans.children(node(node)))
        .extracting(RecordedSpan::name)
        .containsExactly("chat", "chat fake-1");
  }

  @Test
  void handlerThatIsUsedAgainAfterAFailure_hearsOfAnotherCall() {
    assertThat(spans.children(node("sameHandlerAfterFailure")))
        .extracting(RecordedSpan::failed)
        .containsExactly(true, false);
  }

  @Test
  void handlerOfTwoOpenCalls_hearsOfBoth() {
    assertThat(spans.children(node("sameHandlerTwice")))
        .hasSize(3)
        .noneMatch(RecordedSpan::failed)
        .allMatch(call -> call.attributes().containsKey("gen_ai.usage.input_tokens"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"failing", "streamFailing"})
  void failedCall_hasFailedAndItsNodeHasNot(String node) {
    RecordedSpan call = onlyCallOf(node);
    assertThat(call.failed()).isTrue();
    assertThat(call.attribute("error.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(node(node).failed()).isFalse();
  }

  @Test
  void callOutsideARun_isNotRecorded() {
    assertThat(spans.operations())
        .hasSize(1 + 1 + 3 + 2 + 1 + 1 + 1 + 1 + 1 + 2 + 2 + 2 + 3 + 12 + 2);
  }

  private RecordedSpan onlyCallOf(String node) {
    List<RecordedSpan> calls = spans.children(node(node));
    assertThat(calls).hasSize(1);
    return calls.get(0);
  }

  private RecordedSpan node(String name) {
    return spans.nodes().stream()
        .filter(span -> span.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
