package io.heddle.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heddle.otlp.Spans;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BatchesTest {
  @Test
  void anyNumberOfBatches_givesTheSameResult() {
    Spans table = table();
    RunAssembler.Result one = new RunAssembler(spans -> new Division(1)).assemble(table);

    for (int batches : new int[] {2, 3, 7, 1000}) {
      RunAssembler.Result several =
          new RunAssembler(spans -> new Division(batches)).assemble(table);

      assertThat(several)
          .usingRecursiveComparison()
          .ignoringFields("runs.executions.source")
          .isEqualTo(one);
    }
  }

  @Test
  void firstVisitOfANode_isColdInWhateverBatchItStands() {
    List<Run> runs = new RunAssembler(spans -> new Division(4)).assemble(table()).runs();

    assertThat(runs)
        .filteredOn(run -> run.workflow().name().equals("order"))
        .flatExtracting(Run::executions)
        .filteredOn(Execution::cold)
        .extracting(Execution::node, Execution::startNs)
        .containsExactly(tuple("pay", 999_000_000L), tuple("nested", 1_000_000_000L));
  }

  /** Forty runs of one process, the last one first in time, each with a nested workflow. */
  private static Spans table() {
    TestSpans spans = new TestSpans();
    for (int i = 0; i < 40; i++) {
      String trace = Integer.toHexString(100 + i);
      long start = 5000 - 100L * i - (i == 39 ? 103 : 0);
      spans.add("a", "", "POST /order", start, start + 90).trace(trace);
      mark(spans.add("b", "a", "order", start, start + 80), "order").trace(trace);
      node(spans.add("c", "b", "pay", start + 2, start + 3), "pay").trace(trace);
      mark(spans.add("d", "b", "nested", start + 3, start + 9), "nested").trace(trace);
      node(spans.add("e", "d", "pay", start + 4, start + 5), "pay").trace(trace);
      spans.add("e", "d", "twice", start + 4, start + 5).trace(trace);
    }
    return spans.table();
  }

  private static TestSpans.TestSpan mark(TestSpans.TestSpan span, String workflow) {
    return span.with("heddle.workflow.name", workflow).resource("service.instance.id", "i-1");
  }

  private static TestSpans.TestSpan node(TestSpans.TestSpan span, String node) {
    return span.with("heddle.node.name", node).resource("service.instance.id", "i-1");
  }
}
