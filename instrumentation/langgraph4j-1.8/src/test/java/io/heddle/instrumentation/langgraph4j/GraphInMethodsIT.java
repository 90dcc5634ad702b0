package io.heddle.instrumentation.langgraph4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.contract.SpanAttributes;
import io.heddle.instrumentation.testkit.AgentJar;
import io.heddle.instrumentation.testkit.Application;
import io.heddle.instrumentation.testkit.OtlpSink;
import io.heddle.instrumentation.testkit.Outcome;
import io.heddle.instrumentation.testkit.RecordedSpan;
import io.heddle.instrumentation.testkit.RecordedSpans;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A graph that runs inside a run of {@code heddle.methods}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphInMethodsIT {
  private final Application program = Application.of(GraphInMethods.class);
  private Outcome woven;
  private RecordedSpans spans;

  @BeforeAll
  void runTheProgram() throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      woven =
          program
              .under(AgentJar.core(), AgentJar.locationOf(LangGraph4jModule.class))
              .with(
                  "-Dheddle.methods=workflow:%1$s[job];%1$s[step,lookUp]"
                      .formatted(GraphInMethods.class.getName()))
              .exportingTo(sink)
              .run();
      spans = sink.spans();
    }
  }

  @Test
  void program_answersAsBefore() throws Exception {
    Outcome bare = program.run();

    assertThat(woven.out()).isEqualTo(bare.out());
    assertThat(woven.foreignErrorLines()).isEqualTo(bare.foreignErrorLines());
    assertThat(woven.counters()).containsEntry("misused", 0L).containsEntry("errors", 0L);
  }

  @Test
  void graph_isASubworkflowOfTheRunAroundIt() {
    RecordedSpan graph = spans.only("answers");

    assertThat(spans.roots()).extracting(RecordedSpan::name).containsExactly("GraphInMethods.job");
    assertThat(graph.attribute(SpanAttributes.NODE_TYPE)).isEqualTo("subworkflow");
    assertThat(spans.parent(graph)).contains(spans.only("GraphInMethods.step"));
    assertThat(spans.children(graph))
        .extracting(RecordedSpan::name)
        .containsExactly("think", "look");
    assertThat(spans.parent(spans.only("GraphInMethods.lookUp"))).contains(spans.only("look"));
  }

  @Test
  void graphThatFails_isAFailedNode() {
    assertThat(spans.only("fails").failed()).isTrue();
    assertThat(spans.parent(spans.only("fails"))).contains(spans.only("GraphInMethods.job"));
    assertThat(spans.children(spans.only("fails")))
        .extracting(RecordedSpan::name)
        .containsExactly("fall");
  }
}
