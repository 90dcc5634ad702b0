package io.heddle.instrumentation.executors;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.instrumentation.langchain4j.LangChain4jModule;
import io.heddle.instrumentation.langgraph4j.LangGraph4jModule;
import io.heddle.instrumentation.testkit.AgentJar;
import io.heddle.instrumentation.testkit.Application;
import io.heddle.instrumentation.testkit.OtlpSink;
import io.heddle.instrumentation.testkit.Outcome;
import io.heddle.instrumentation.testkit.Outcome.RuleVerdict;
import io.heddle.instrumentation.testkit.RecordedSpan;
import io.heddle.instrumentation.testkit.RecordedSpans;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tasks of runs on threads of executors, under the packaged agent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExecutorsIT {
  private static final String NAME = TasksProgram.class.getName();
  private static final boolean HAS_VIRTUAL_THREADS = Runtime.version().feature() >= 21;

  private Outcome bare;
  private Outcome woven;
  private RecordedSpans spans;

  @BeforeAll
  void runTheProgram() throws Exception {
    Application program = Application.of(TasksProgram.class, ways().toArray(new String[0]));
    bare = program.run();
    try (OtlpSink sink = OtlpSink.start()) {
      woven = under(program, "on").exportingTo(sink).run();
      spans = sink.spans();
    }
  }

  private static List<String> ways() {
    List<String> ways =
        new ArrayList<>(
            List.of(
                "submit",
                "runnable",
                "all",
                "any",
                "supply",
                "run",
                "then",
                "nested",
                "caller",
                "failing",
                "scheduled"));
    if (HAS_VIRTUAL_THREADS) {
      ways.add("virtual");
    }
    return ways;
  }

  private static Application under(Application program, String executors) {
    return program
        .under(AgentJar.core(), AgentJar.locationOf(ExecutorsModule.class))
        .with("-Dheddle.executors=" + executors)
        .with(
            "-Dheddle.methods=workflow:%1$s[run]=run {0};workflow:%1$s[makesOne]=makes one;%1$s[step]=step {0};%1$s[leaf];%1$s[outer,fails]"
                .formatted(NAME));
  }

  @Test
  void program_answersAsBefore() {
    assertThat(woven.out()).isEqualTo(bare.out());
    assertThat(woven.exitCode()).isZero();
    assertThat(woven.foreignErrorLines()).isEmpty();
  }

  @Test
  void everyRule_isMatchedAndNeverFails() {
    assertThat(woven.verdicts())
        .filteredOn(verdict -> verdict.engine().equals("executors"))
        .hasSize(HAS_VIRTUAL_THREADS ? 9 : 7)
        .allMatch(verdict -> verdict.verdict().equals("matched"));
    assertThat(woven.verdicts()).extracting(RuleVerdict::failures).containsOnly(0);
    assertThat(woven.counters())
        .containsEntry("dropped", 0L)
        .containsEntry("misused", 0L)
        .containsEntry("errors", 0L);
  }

  @Test
  void taskOfARun_belongsToIt() {
    for (String way : ways()) {
      if (List.of("all", "failing", "nested", "scheduled").contains(way)) {
        continue;
      }
      RecordedSpan step = spans.only("step " + way);
      assertThat(spans.parent(step)).as(way).contains(spans.only("run " + way));
      assertThat(spans.children(step))
          .extracting(RecordedSpan::name)
          .containsExactly("TasksProgram.leaf");
    }
    assertThat(spans.children(spans.only("run all")))
        .extracting(RecordedSpan::name)
        .containsExactlyInAnyOrder("step all 1", "step all 2");
  }

  @Test
  void taskOfATask_belongsToTheNodeThatMadeIt() {
    RecordedSpan outer = spans.only("TasksProgram.outer");

    assertThat(spans.parent(outer)).contains(spans.only("run nested"));
    assertThat(spans.parent(spans.only("step nested"))).contains(outer);
  }

  @Test
  void taskThatTheCallerDoes_leavesTheRunOpen() {
    assertThat(spans.children(spans.only("run caller")))
        .extracting(RecordedSpan::name)
        .containsExactly("step caller", "step caller itself");
  }

  @Test
  void failureInATask_isItsNodes() {
    RecordedSpan failed = spans.only("TasksProgram.fails");

    assertThat(failed.failed()).isTrue();
    assertThat(spans.parent(failed)).contains(spans.only("run failing"));
  }

  @Test
  void scheduledTaskAndOneAfterItsRun_belongToNoRun() {
    assertThat(spans.named("step scheduled")).isEmpty();
    assertThat(spans.named("step late")).isEmpty();
    assertThat(spans.named("step after *")).isEmpty();
  }

  @Test
  void withoutTheSetting_nothingOfTheJdkIsWoven() throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      Outcome outcome =
          under(Application.of(TasksProgram.class, "submit"), "off").exportingTo(sink).run();

      assertThat(outcome.verdicts()).noneMatch(verdict -> verdict.engine().equals("executors"));
      assertThat(sink.spans().children(sink.spans().only("run submit"))).isEmpty();
    }
  }

  /** Classes of the JDK would not find the hook there. */
  @Test
  void hookOutsideOfJavaLang_leavesTheJdkAlone() throws Exception {
    Application program = Application.of(TasksProgram.class, "submit");
    Outcome outcome = under(program, "on").with("-Dheddle.hook=boot").run();

    assertThat(outcome.out()).isEqualTo(program.run().out());
    assertThat(outcome.err()).contains("rule ignored, the hook is not in java.lang");
    assertThat(outcome.verdicts()).noneMatch(verdict -> verdict.engine().equals("executors"));
  }

  @Test
  void modelAskedOnAnotherThread_isBelowTheNodeThatAsked() throws Exception {
    Application program = Application.of(AsyncAnswerProgram.class);
    try (OtlpSink sink = OtlpSink.start()) {
      Outcome outcome =
          program
              .under(
                  AgentJar.core(),
                  AgentJar.locationOf(ExecutorsModule.class),
                  AgentJar.locationOf(LangGraph4jModule.class),
                  AgentJar.locationOf(LangChain4jModule.class))
              .with("-Dheddle.executors=on")
              .exportingTo(sink)
              .run();
      RecordedSpans recorded = sink.spans();

      assertThat(outcome.out()).isEqualTo(program.run().out());
      assertThat(recorded.operations()).hasSize(1);
      assertThat(recorded.parent(recorded.operations().get(0))).contains(recorded.only("ask"));
    }
  }
}
