package io.heddle.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.otlp.SpanCopier;
import io.heddle.otlp.Spans;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunStreamTest {
  private static final RunStream.Limits ROOMY = RunStream.Limits.ofSize(1_000_000);

  private final List<Run> closed = new ArrayList<>();
  private int duplicates;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyOrderInAnyPieces_givesTheRunsOfTheWhole(long seed) {
    TestSpans spans = durableRuns(seed);

    RunStream stream = stream(ROOMY);
    feed(stream, spans.shuffled(seed).table(), 1 + (int) seed);
    stream.finish();

    assertThat(texts(closed)).isEqualTo(texts(spans.runs()));
    assertThat(stream.late()).isZero();
    assertThat(stream.cut()).isZero();
  }

  @Test
  void completeRuns_closeForWantOfRoomAndNothingIsCut() {
    TestSpans spans = new TestSpans();
    for (int i = 1; i <= 100; i++) {
      plainRun(spans, i);
    }

    RunStream stream = stream(RunStream.Limits.ofSize(20));
    feed(stream, spans.table(), 7);

    assertThat(closed).as("closed before the end").hasSizeGreaterThan(85);
    stream.finish();
    assertThat(texts(closed)).isEqualTo(texts(spans.runs()));
    assertThat(stream.cut()).isZero();
  }

  @Test
  void runWithoutItsRoot_isCutForWantOfRoomAndCounted() {
    TestSpans spans = new TestSpans();
    spans.add("a1", "dead", "step", 0, 10).trace("a");
    for (int i = 1; i <= 9; i++) {
      spans.add("b" + i, "dead", "step", i, i + 1).trace("b" + i);
    }

    RunStream stream = stream(RunStream.Limits.ofSize(6));
    feed(stream, spans.table(), 10);

    assertThat(stream.cut()).isEqualTo(7);
    assertThat(closed).extracting(run -> run.root().traceId()).noneMatch(id -> id.endsWith("b9"));
  }

  @Test
  void pieceInAnotherService_keepsARunWithAUniqueIdOpen() {
    String runId = "0193b2aa-7c1e-7d3f-9c55-1e0f5a6b7c8d";
    RunStream stream = stream(new RunStream.Limits(10, 1_000, 100));
    Spans open = append(stream, new Spans(), piece("a", "api", runId), 0);
    open = append(stream, open, piece("b", "worker", runId), 8);

    open = append(stream, open, new TestSpans(), 10);
    assertThat(closed).isEmpty();

    append(stream, open, new TestSpans(), 18);
    assertThat(closed).singleElement().matches(run -> run.executions().size() == 2);
  }

  @Test
  void spanOfAClosedRun_isLateAndNoRunOfItsOwn() {
    RunStream stream = stream(new RunStream.Limits(10, 1_000, 100));
    TestSpans first = new TestSpans();
    first.add("1", "", "order", 0, 10);
    Spans open = append(stream, new Spans(), first, 0);
    open = append(stream, open, new TestSpans(), 10);
    TestSpans second = new TestSpans();
    second.add("2", "1", "step", 1, 2);
    append(stream, open, second, 20);
    stream.finish();

    assertThat(closed).hasSize(1);
    assertThat(stream.late()).isEqualTo(1);
  }

  @Test
  void traceThatGoesOnWithAClosedRun_isARunBesideItAndCounted() {
    RunStream stream = stream(new RunStream.Limits(10, 1_000, 100));
    Spans open = append(stream, new Spans(), piece("a", "api", "17"), 0);
    open = append(stream, open, piece("b", "api", "18"), 10);
    open = append(stream, open, piece("c", "api", "17"), 20);
    append(stream, open, piece("d", "worker", "17"), 20);
    stream.finish();

    assertThat(closed).hasSize(4);
    assertThat(stream.continued()).isEqualTo(1);
    assertThat(stream.late()).isZero();
    assertThat(new LeftOut(0, 0, 0, stream.continued()).lines())
        .containsExactly("1 runs go on where one had been closed, and are counted beside it");
  }

  @Test
  void run_staysOpenWhileItIsNotQuiet() {
    RunStream stream = stream(new RunStream.Limits(10, 1_000, 100));
    Spans open = new Spans();
    for (int i = 0; i < 5; i++) {
      TestSpans spans = new TestSpans();
      spans.add("" + (i + 1), i == 0 ? "" : "1", "step" + i, i, i + 1);
      open = append(stream, open, spans, i * 9);
      assertThat(closed).isEmpty();
    }
    append(stream, open, new TestSpans(), 46);

    assertThat(closed).singleElement().satisfies(it -> assertThat(it.executions()).hasSize(5));
  }

  @Test
  void runThatNeverEnds_isClosedByItsAge() {
    RunStream stream = stream(new RunStream.Limits(10, 100, 1_000));
    Spans open = new Spans();
    for (int i = 0; i <= 20; i++) {
      TestSpans spans = new TestSpans();
      spans.add("" + (i + 1), "ff", "tick", i, i + 1);
      open = append(stream, open, spans, i * 9);
    }

    assertThat(closed).isNotEmpty();
    assertThat(stream.cut()).isEqualTo(1);
    assertThat(stream.late()).isEqualTo(8);
  }

  @Test
  void duplicateInALaterPiece_isFoundWhileTheRunIsOpen() {
    RunStream stream = stream(ROOMY);
    TestSpans once = new TestSpans();
    once.add("1", "", "order", 0, 10);
    append(stream, append(stream, new Spans(), once, 0), once, 0);
    stream.finish();

    assertThat(closed).hasSize(1);
    assertThat(duplicates).isEqualTo(1);
  }

  @Test
  void node_isColdOnlyOnceInAProcess() {
    TestSpans spans = new TestSpans();
    for (int i = 1; i <= 60; i++) {
      spans.add(i + "1", "", "order", i, i + 5).trace("" + i).resource("service.instance.id", "p");
    }

    RunStream stream = stream(RunStream.Limits.ofSize(10));
    feed(stream, spans.table(), 5);
    stream.finish();

    assertThat(closed).filteredOn(run -> run.root().cold()).hasSize(1);
  }

  private RunStream stream(RunStream.Limits limits) {
    return new RunStream(
        limits,
        result -> {
          closed.addAll(result.runs());
          duplicates += result.duplicates();
        });
  }

  private static void feed(RunStream stream, Spans all, int piece) {
    Spans open = new Spans();
    for (int from = 0; from < all.size(); from += piece) {
      SpanCopier copier = new SpanCopier(all, open);
      for (int span = from; span < Math.min(all.size(), from + piece); span++) {
        copier.copy(span);
      }
      open = stream.add(open, from);
    }
  }

  private static Spans append(RunStream stream, Spans open, TestSpans spans, long nowNs) {
    Spans more = spans.table();
    SpanCopier copier = new SpanCopier(more, open);
    for (int span = 0; span < more.size(); span++) {
      copier.copy(span);
    }
    return stream.add(open, nowNs);
  }

  /** Runs over one or two traces, with nodes, operations, links, retries and a nested workflow. */
  private static TestSpans durableRuns(long seed) {
    Random random = new Random(seed);
    TestSpans spans = new TestSpans();
    for (int run = 1; run <= 12; run++) {
      int pieces = 1 + random.nextInt(2);
      for (int piece = 0; piece < pieces; piece++) {
        String trace = Integer.toHexString(run * 16 + piece);
        long start = run * 100L + piece * 40;
        marked(spans, trace + "0", "", "order", start, start + 30, run).trace(trace);
        int nodes = random.nextInt(4);
        for (int node = 1; node <= nodes; node++) {
          long at = start + node * 3;
          marked(spans, trace + node, trace + "0", "step" + node, at, at + 3, run)
              .trace(trace)
              .with("heddle.node.id", "step" + node)
              .with("prompt", "text " + random.nextInt(3))
              .link(trace, trace + (node - 1), "heddle.link", "predecessor");
          spans.add(trace + "f" + node, trace + node, "call", at, at + 1).trace(trace);
        }
      }
    }
    return spans;
  }

  private static TestSpans piece(String trace, String service, String runId) {
    TestSpans spans = new TestSpans();
    spans
        .add("1", "", "order", 0, 5)
        .trace(trace)
        .service(service)
        .with("heddle.workflow.name", "order")
        .with("heddle.run.id", runId);
    return spans;
  }

  private static TestSpans.TestSpan marked(
      TestSpans spans, String id, String parent, String name, long start, long end, int run) {
    return spans
        .add(id, parent, name, start, end)
        .with("heddle.workflow.name", "order")
        .with("heddle.run.id", "r" + run);
  }

  private static void plainRun(TestSpans spans, int number) {
    String trace = Integer.toHexString(number);
    spans.add("2", "1", "GET /stock", number + 1, number + 2).trace(trace);
    spans.add("1", "", "POST /orders", number, number + 5).trace(trace);
  }

  private static List<String> texts(List<Run> runs) {
    return runs.stream()
        .map(run ->
            run.workflow()
                + run.runId()
                + run.traceId()
                + run.flags()
                + run.executions().stream().map(RunStreamTest::text).toList())
        .sorted()
        .toList();
  }

  private static String text(Execution it) {
    return String.join(
        " ",
        it.node(),
        it.role().name(),
        it.type(),
        "" + it.startNs(),
        "" + it.durationNs(),
        "" + it.spanId(),
        "" + it.parent(),
        "" + it.attempt(),
        "" + it.visit(),
        Arrays.toString(it.predecessors()),
        it.attributes().toString());
  }
}
