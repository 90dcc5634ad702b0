package io.heddle.instrumentation.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.contract.SpanAttributes;
import io.heddle.instrumentation.testkit.toy.KindsProgram;
import io.heddle.instrumentation.testkit.toy.Shop;
import io.heddle.instrumentation.testkit.toy.ShopProgram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The setting {@code heddle.methods} under the packaged agent. */
class OwnMethodsIT {
  private static final Path TOYS = AgentJar.locationOf(Shop.class);
  private static final String SHOP = Shop.class.getName();
  private static final String SELL = "workflow:" + SHOP + "[sell]=sell {0}";

  private final Application shop = Application.of(ShopProgram.class, "x", "y").on(TOYS.toString());

  @Test
  void calls_becomeNodesOfTheirWorkflow() throws Exception {
    RecordedSpans spans = spans(SELL + ";" + SHOP + "[reserve,pack,ship,trace]");

    assertThat(spans.roots()).extracting(RecordedSpan::name).containsExactly("sell x", "sell y");
    RecordedSpan run = spans.only("sell x");
    assertThat(run.attribute(SpanAttributes.ENGINE)).isEqualTo("methods");
    assertThat(spans.children(run))
        .extracting(RecordedSpan::name)
        .containsExactly("Shop.reserve", "Shop.pack", "Shop.pack", "Shop.ship", "Shop.trace");
  }

  @Test
  void sequenceOnOneThread_claimsNoEdge() throws Exception {
    RecordedSpans spans = spans(SELL + ";" + SHOP + "[reserve,pack,trace]");
    List<RecordedSpan> nodes = spans.children(spans.only("sell x"));

    assertThat(nodes).hasSizeGreaterThan(1).allMatch(node -> node.predecessors().isEmpty());
  }

  /** With a node for each method of the program and of its nested classes. */
  @Test
  void methodsOfEveryKind_answerAsBefore() throws Exception {
    String kinds = KindsProgram.class.getName();
    Application program = Application.of(KindsProgram.class).on(TOYS.toString()).with("-Xss512k");
    Outcome woven =
        program
            .with(
                "-javaagent:" + AgentJar.core(),
                "-Xverify:all",
                "-Dheddle.log=debug",
                "-Dotel.traces.exporter=none",
                "-Dheddle.methods=workflow:%s[run];%s[*];%s$*[*]".formatted(kinds, kinds, kinds))
            .run();

    assertThat(woven.out()).isEqualTo(program.run().out());
    assertThat(woven.foreignErrorLines()).isEmpty();
    assertThat(woven.err()).contains("methods=13 classes=1").contains("methods=26 classes=14");
    assertThat(woven.counters()).containsEntry("rules off", 0L);
    assertThat(woven.counters().get("errors")) // calls without stack for their record
        .isLessThan(KindsProgram.CALLS_BEHIND_THE_OVERFLOW / 10);
    assertThat(woven.counters().get("recorded"))
        .isGreaterThan(KindsProgram.CALLS_BEHIND_THE_OVERFLOW);
  }

  @Test
  void exception_isRecordedAndReachesTheProgramUnchanged() throws Exception {
    RecordedSpans spans = spans(SELL + ";" + SHOP + "[ship]");

    assertThat(spans.named("Shop.ship")).hasSize(2).allMatch(RecordedSpan::failed);
    assertThat(spans.only("sell x").failed()).isFalse();
  }

  @Test
  void recursion_isNested() throws Exception {
    RecordedSpans spans = spans(SELL + ";" + SHOP + "[recurse]=deep {0}");
    RecordedSpan outermost = spans.children(spans.only("sell x")).get(0);

    assertThat(spans.named("deep *")).isEmpty();
    assertThat(spans.ofTrace(outermost.traceId()).nodes()).hasSize(4);
    RecordedSpan at = outermost;
    for (int depth = 0; depth < 3; depth++) {
      assertThat(spans.children(at)).hasSize(1);
      at = spans.children(at).get(0);
    }
    assertThat(spans.children(at)).isEmpty();
  }

  @Test
  void future_endsItsNodeWhenItIsCompleted() throws Exception {
    RecordedSpans spans = spans(SELL + ";" + SHOP + "[mail,trace]");

    assertThat(spans.named("Shop.mail")).hasSize(2).noneMatch(RecordedSpan::failed);
  }

  @Test
  void globAndAnnotation_findWhatTheySay() throws Exception {
    RecordedSpans spans =
        spans(
            SELL
                + ";@io.heddle.instrumentation.testkit.toy.Step"
                + ";io.heddle.instrumentation.testkit.toy.Pri*[*]=price");

    assertThat(spans.children(spans.only("sell y")))
        .extracting(RecordedSpan::name)
        .containsExactly("price", "Shop.audit");
  }

  @Test
  void workflowInAWorkflow_isASubworkflow() throws Exception {
    RecordedSpans spans = spans(SELL + ";workflow:" + SHOP + "[audit];" + SHOP + "[ship]");
    RecordedSpan audit = spans.ofTrace(spans.only("sell x").traceId()).only("Shop.audit");

    assertThat(spans.roots()).hasSize(2);
    assertThat(audit.attribute(SpanAttributes.NODE_TYPE)).isEqualTo("subworkflow");
  }

  @Test
  void nodeWhereNoRunIsOpen_isCountedAndSaid() throws Exception {
    Outcome outcome = under(SHOP + "[pack,gone]").run();

    assertThat(outcome.err()).contains("outside of runs=5").contains("missing=gone");
    assertThat(outcome.verdicts()).allMatch(verdict -> verdict.verdict().equals("matched"));
  }

  @Test
  void badSyntax_isSaidOnceAndTheProgramRunsOnWithoutIt() throws Exception {
    Outcome outcome = under(SHOP + "{sell}").run();

    assertThat(outcome.out()).isEqualTo(shop.run().out());
    assertThat(outcome.err()).containsOnlyOnce("heddle.methods left out: column");
    assertThat(outcome.foreignErrorLines()).isEmpty();
  }

  @Test
  void moreMethodsThanAllowed_areLeftAloneAndSaidOnce() throws Exception {
    Outcome outcome =
        under(SELL + ";io.heddle.instrumentation.testkit.**[*]")
            .with("-Dheddle.methods.max=3")
            .run();

    assertThat(outcome.out()).isEqualTo(shop.run().out());
    assertThat(outcome.err())
        .containsOnlyOnce("heddle.methods.max")
        .contains("3 methods are woven")
        .contains("io.heddle.instrumentation.testkit.**[*] (");
  }

  @Test
  void programWithoutAMatch_loadsNoMoreOfTheAgentThanTheRules() throws Exception {
    Outcome outcome =
        shop.with(
                "-javaagent:" + AgentJar.core(),
                "-Dheddle.methods=org.nowhere.**[*];@org.nowhere.Step",
                "-Xlog:class+load")
            .run();

    assertThat(outcome.out().lines())
        .filteredOn(line -> line.contains("io.heddle."))
        .filteredOn(line -> !line.contains("io.heddle.instrumentation.testkit."))
        .isNotEmpty()
        .allMatch(line ->
            line.contains(" io.heddle.agent.")
                || line.contains(" io.heddle.instrumentation.methods."));
  }

  private RecordedSpans spans(String rules) throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      Outcome woven = under(rules).exportingTo(sink).run();

      assertThat(woven.out()).isEqualTo(shop.run().out());
      assertThat(woven.foreignErrorLines()).isEmpty();
      assertThat(woven.counters()).containsEntry("misused", 0L).containsEntry("errors", 0L);
      assertThat(sink.spans().all()).hasSize(woven.counters().get("recorded").intValue());
      return sink.spans();
    }
  }

  private Application under(String rules) {
    return shop.with(
        "-javaagent:" + AgentJar.core(), "-Dheddle.log=debug", "-Dheddle.methods=" + rules);
  }
}
