package io.heddle.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.contract.SpanAttributes;
import io.heddle.instrumentation.testkit.OtlpSink;
import io.heddle.instrumentation.testkit.Outcome;
import io.heddle.instrumentation.testkit.RecordedSpan;
import io.heddle.instrumentation.testkit.RecordedSpans;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What arrives is what happened: compared with the sample's own record of its steps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class SpansOfSampleIT {
  private static final long LONG_ENOUGH_NANOS = 5_000_000;
  private static final double TOLERANCE = 0.01;
  private static final long TOLERANCE_NANOS = 50_000;

  private Outcome outcome;
  private RecordedSpans spans;
  private StepTimes steps;

  @BeforeAll
  void run(@TempDir Path folder) throws Exception {
    Path timings = folder.resolve("steps.csv");
    try (OtlpSink sink = OtlpSink.start()) {
      outcome = Sample.alone().timedBy(timings).underAgent("http/protobuf", sink.endpoint()).run();
      spans = sink.spans();
    }
    steps = StepTimes.read(timings);
  }

  @Test
  void everyMail_isOneTraceWithOneRootNamedAfterTheWorkflow() {
    Set<String> traces =
        spans.all().stream().map(RecordedSpan::traceId).collect(Collectors.toSet());

    assertThat(traces).hasSize(Sample.RUNS);
    assertThat(spans.roots())
        .hasSize(Sample.RUNS)
        .extracting(RecordedSpan::name)
        .containsOnly(Sample.WORKFLOW);
    assertThat(spans.roots()).extracting(RecordedSpan::traceId).doesNotHaveDuplicates();
  }

  @Test
  void everyStepTaken_isOneSpanBelowItsRun() {
    steps
        .byStep()
        .forEach((step, durations) ->
            assertThat(spans.named(step))
                .as(step)
                .hasSameSizeAs(durations)
                .allMatch(RecordedSpan::isNode)
                .allMatch(span -> rootOf(span).name().equals(Sample.WORKFLOW)));
  }

  private RecordedSpan rootOf(RecordedSpan span) {
    RecordedSpan top = span;
    while (!top.isRoot()) {
      top = spans.parent(top).orElseThrow();
    }
    return top;
  }

  @Test
  void callsToTheModel_areOperationsBelowTheStepsThatMakeThem() {
    Map<String, Long> callers =
        spans.operations().stream()
            .filter(call -> call.attributes().containsKey("gen_ai.request.model"))
            .map(call -> spans.parent(call).orElseThrow().name())
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));

    assertThat(callers.keySet())
        .containsExactlyInAnyOrder(
            "classify", "draft_reply", "check_policy", "check_tone", "check_compliance");
    callers.forEach((step, calls) -> assertThat(calls).isEqualTo(steps.byStep().get(step).size()));
  }

  @Test
  void failedStep_failsItsSpanAndItsRunAndNoOther() {
    long setAside = outcome.out().lines().filter(line -> line.contains("set aside")).count();

    List<RecordedSpan> failed = spans.nodes().stream().filter(RecordedSpan::failed).toList();
    assertThat(failed)
        .hasSize((int) setAside)
        .extracting(RecordedSpan::name)
        .containsOnly("fetch_order");
    assertThat(failed)
        .extracting(span -> span.attribute(SpanAttributes.NODE_WRITES))
        .containsOnly(List.of());
    assertThat(spans.roots().stream().filter(RecordedSpan::failed)).hasSize((int) setAside);
  }

  @Test
  void durations_agreeWithTheStopWatchInsideTheSteps() {
    List<Double> errors = new ArrayList<>();
    steps.byStep().forEach((step, durations) -> compare(spans.named(step), durations, errors));
    Collections.sort(errors);

    assertThat(errors).hasSizeGreaterThan(5 * Sample.RUNS);
    assertThat(errors.get(errors.size() / 2)).as("median, in tolerances").isLessThan(1);
  }

  /** Adds the errors of the long steps, each in units of what is tolerated for its length. */
  private static void compare(List<RecordedSpan> spans, List<Long> truth, List<Double> errors) {
    for (int i = 0; i < truth.size(); i++) {
      long nanos = truth.get(i);
      if (nanos >= LONG_ENOUGH_NANOS) {
        double error = Math.abs(spans.get(i).durationNanos() - nanos);
        errors.add(error / (TOLERANCE * nanos + TOLERANCE_NANOS));
      }
    }
  }
}
