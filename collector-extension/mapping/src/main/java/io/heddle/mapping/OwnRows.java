package io.heddle.mapping;

import io.heddle.contract.SpanAttributes;

/** What our own agent writes. */
final class OwnRows {
  static void add(RowList.Of heddle) {
    heddle
        .row(Field.ENGINE, SpanAttributes.ENGINE)
        .row(Field.WORKFLOW, SpanAttributes.WORKFLOW_NAME)
        .row(Field.WORKFLOW_VERSION, SpanAttributes.WORKFLOW_VERSION)
        .row(Field.RUN_ID, SpanAttributes.RUN_ID)
        .row(Field.ABANDONED, SpanAttributes.RUN_ABANDONED)
        .row(Field.GRAPH, SpanAttributes.GRAPH)
        .row(Field.GRAPH_HASH, SpanAttributes.GRAPH_HASH)
        .row(Field.NODE_MARK, SpanAttributes.NODE_ID)
        .row(Field.TYPE, SpanAttributes.NODE_TYPE, SpanAttributes.OPERATION_TYPE)
        .row(Field.ATTEMPT, SpanAttributes.NODE_ATTEMPT)
        .row(Field.VISIT, SpanAttributes.NODE_VISIT)
        .row(Field.COLD, SpanAttributes.NODE_COLD)
        .row(Field.ASYNC, SpanAttributes.NODE_ASYNC);
    evidence(heddle);
  }

  private static void evidence(RowList.Of heddle) {
    heddle
        .row(Field.WAIT_NS, SpanAttributes.NODE_WAIT_NS)
        .row(Field.READS, SpanAttributes.NODE_READS)
        .row(Field.WRITES, SpanAttributes.NODE_WRITES)
        .row(Field.INPUT_CLASS, SpanAttributes.NODE_INPUT_CLASS)
        .row(Field.OUTPUT_CLASS, SpanAttributes.NODE_OUTPUT_CLASS)
        .row(Field.INPUT_DIGEST, SpanAttributes.NODE_INPUT_DIGEST)
        .row(Field.OUTPUT_DIGEST, SpanAttributes.NODE_OUTPUT_DIGEST)
        .row(Field.CACHE, SpanAttributes.NODE_CACHE)
        .row(Field.CPU_NS, SpanAttributes.NODE_CPU_NS)
        .row(Field.ALLOC_BYTES, SpanAttributes.NODE_ALLOC_BYTES);
  }

  private OwnRows() {}
}
