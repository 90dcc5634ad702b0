package io.heddle.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.testkit.OtlpSink;
import io.heddle.instrumentation.testkit.Outcome;
import io.heddle.instrumentation.testkit.RecordedSpan;
import io.heddle.instrumentation.testkit.RecordedSpans;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application that brings an SDK of its own, older than what is inside the agent. */
@Timeout(300)
class BesideOpenTelemetrySdkIT {
  /** A span as the application's SDK exported it. */
  private record Exported(String name, String traceId, String spanId, String parentId) {}

  private static List<Exported> exported(Outcome outcome) {
    return outcome
        .out()
        .lines()
        .filter(line -> line.startsWith("span|"))
        .map(line -> line.split("\\|", -1))
        .map(part -> new Exported(part[1], part[2], part[3], part[4]))
        .toList();
  }

  private static Exported only(List<Exported> spans, String name) {
    return spans.stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void runAndSpansOfTheApplication_areOneTree() throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      Outcome outcome = Traced.underHeddle(sink, "on").run();

      assertThat(outcome.exitCode()).as(outcome.err()).isZero();
      assertThat(outcome.out()).contains("left behind false");
      RecordedSpans ours = sink.spans();
      List<Exported> theirs = exported(outcome);
      Exported request = only(theirs, "request");
      RecordedSpan joined = ours.ofTrace(request.traceId()).only(TracedProgram.WORKFLOW);
      assertThat(joined.parentSpanId()).isEqualTo(request.spanId());
      assertThat(ours.named(TracedProgram.WORKFLOW)).filteredOn(RecordedSpan::isRoot).hasSize(1);
      spansAreChildrenOfTheirNodes(ours, theirs);
      assertThat(theirs).hasSize(10);
      assertThat(ours.all()).hasSize(10);
      assertThat(sink.resources())
          .singleElement()
          .satisfies(sender ->
              assertThat(sender)
                  .containsAllEntriesOf(
                      Map.of(
                          "service.name", ApplicationSdk.SERVICE,
                          "service.instance.id", ApplicationSdk.INSTANCE)));
    }
  }

  private static void spansAreChildrenOfTheirNodes(RecordedSpans ours, List<Exported> theirs) {
    List<String> nodes = ours.named("by hand").stream().map(RecordedSpan::spanId).toList();
    assertThat(theirs)
        .filteredOn(span -> span.name().equals("outer") || span.name().equals("beside"))
        .hasSize(4)
        .allMatch(span -> nodes.contains(span.parentId()))
        .allMatch(span -> !ours.ofTrace(span.traceId()).all().isEmpty());
    List<String> outer =
        theirs.stream().filter(s -> s.name().equals("outer")).map(Exported::spanId).toList();
    assertThat(theirs)
        .filteredOn(span -> span.name().equals("inner"))
        .hasSize(2)
        .allMatch(span -> outer.contains(span.parentId()));
    assertThat(theirs)
        .filteredOn(span -> span.name().equals("apart root"))
        .hasSize(2)
        .allMatch(span -> span.parentId().matches("0*"));
  }

  @Test
  void runInASpanOfAnotherProcess_saysThatItsParentIsRemote() throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      Traced.underHeddle(sink, "on", "remote").run();

      RecordedSpan run = sink.spans().only(TracedProgram.WORKFLOW);
      assertThat(run.isParentRemote()).isTrue();
      assertThat(sink.spans().children(run)).hasSize(4).noneMatch(RecordedSpan::isParentRemote);
    }
  }

  @Test
  void spanThatIsNotSampled_leavesItsRunUnsent() throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      Outcome outcome = Traced.underHeddle(sink, "off").with("-Dheddle.log=debug").run();

      assertThat(exported(outcome)).isEmpty();
      assertThat(sink.spans().all()).hasSize(5);
      assertThat(outcome.counters())
          .containsEntry("unsampled", 5L)
          .containsEntry("errors", 0L)
          .containsEntry("misused", 0L);
    }
  }

  @Test
  void whatTheUserTellsUs_beatsWhatTheSdkSays() throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      Traced.underHeddle(sink, "on").with("-Dotel.service.name=told").run();

      assertThat(sink.resources())
          .singleElement()
          .satisfies(sender -> assertThat(sender).containsEntry("service.name", "told"));
    }
  }

  @Test
  void application_printsTheSameAsWithoutUs() throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      Outcome bare = Traced.alone(sink, "on").run();
      Outcome woven = Traced.underHeddle(sink, "on").run();

      assertThat(withoutIds(woven)).isEqualTo(withoutIds(bare));
      assertThat(woven.foreignErrorLines()).isEqualTo(bare.foreignErrorLines());
    }
  }

  private static List<String> withoutIds(Outcome outcome) {
    return outcome.out().lines().map(line -> line.replaceAll("[0-9a-f]{16,}", "id")).toList();
  }

  @Test
  void joiningIsSwitchedOff_everythingIsApart() throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      Outcome outcome = Traced.underHeddle(sink, "on").with("-Dheddle.join=off").run();

      assertThat(sink.spans().named(TracedProgram.WORKFLOW))
          .hasSize(2)
          .allMatch(RecordedSpan::isRoot);
      assertThat(exported(outcome))
          .filteredOn(span -> span.name().equals("beside"))
          .extracting(Exported::parentId)
          .contains("0000000000000000");
    }
  }
}
