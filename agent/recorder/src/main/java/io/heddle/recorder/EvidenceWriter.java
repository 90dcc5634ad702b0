package io.heddle.recorder;

import io.heddle.contract.SpanAttributes;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.List;

/** Writes what an execution touched. What is unknown is left out. Drain thread only. */
final class EvidenceWriter {
  private static final AttributeKey<List<String>> READS =
      AttributeKey.stringArrayKey(SpanAttributes.NODE_READS);
  private static final AttributeKey<List<String>> WRITES =
      AttributeKey.stringArrayKey(SpanAttributes.NODE_WRITES);
  private static final AttributeKey<Long> INPUT_CLASS =
      AttributeKey.longKey(SpanAttributes.NODE_INPUT_CLASS);
  private static final AttributeKey<Long> OUTPUT_CLASS =
      AttributeKey.longKey(SpanAttributes.NODE_OUTPUT_CLASS);
  private static final List<String> EVERY_NAME = List.of(SpanAttributes.ALL);

  private final Counters counters;

  EvidenceWriter(Counters counters) {
    this.counters = counters;
  }

  /** What a node read, wrote, got and gave. */
  void write(ExecutionRecord record, Node node, AttributesBuilder attributes) {
    if (!record.is(ExecutionDescriptor.HAS_EVIDENCE)) {
      return;
    }
    long states = record.evidence(ExecutionDescriptor.STATES);
    Names names = node.workflow().names();
    int reads = ExecutionDescriptor.upper(states);
    names(READS, reads, names, record.evidence(ExecutionDescriptor.READS), attributes);
    int writes = ExecutionDescriptor.lower(states);
    names(WRITES, writes, names, record.evidence(ExecutionDescriptor.WRITES), attributes);
    equality(record, node.equality(), attributes);
  }

  /** What an operation got and gave; it has no state to read or write. */
  void writeOperation(ExecutionRecord record, String name, AttributesBuilder attributes) {
    if (!record.is(ExecutionDescriptor.HAS_EVIDENCE)) {
      return;
    }
    Equality equality = record.run().workflow().operation(name);
    if (equality == null) {
      counters.evidenceDiscarded();
    } else {
      equality(record, equality, attributes);
    }
  }

  private void equality(ExecutionRecord record, Equality equality, AttributesBuilder attributes) {
    long input = record.evidence(ExecutionDescriptor.INPUT_HASH);
    number(INPUT_CLASS, equality.inputs(), input, attributes);
    long output = record.evidence(ExecutionDescriptor.OUTPUT_HASH);
    number(OUTPUT_CLASS, equality.outputs(), output, attributes);
  }

  private static void names(
      AttributeKey<List<String>> key,
      int state,
      Names names,
      long mask,
      AttributesBuilder attributes) {
    if ((state & Touched.ALL) != 0) {
      attributes.put(key, EVERY_NAME);
    } else if ((state & Touched.UNKNOWN) == 0 && (state & Touched.KNOWN) != 0) {
      attributes.put(key, names.in(mask));
    }
  }

  private void number(
      AttributeKey<Long> key, EqualityClasses classes, long hash, AttributesBuilder attributes) {
    if (hash == ValueHash.UNKNOWN) {
      return;
    }
    int number = classes.of(hash);
    if (number == EqualityClasses.NONE) {
      counters.evidenceDiscarded();
    } else {
      attributes.put(key, (long) number);
    }
  }
}
