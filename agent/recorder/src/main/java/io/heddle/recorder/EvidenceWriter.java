package io.heddle.recorder;

import io.heddle.contract.SpanAttributes;
import io.heddle.recorder.evidence.Digests;
import io.heddle.recorder.evidence.Equality;
import io.heddle.recorder.evidence.EqualityClasses;
import io.heddle.recorder.evidence.NameSets;
import io.heddle.recorder.evidence.Names;
import io.heddle.recorder.evidence.Touched;
import io.heddle.recorder.export.CommonText;
import io.heddle.recorder.export.SharedAttributes;
import io.heddle.recorder.export.SharedNumbers;
import io.heddle.recorder.export.SpanSink;
import io.heddle.recorder.jvm.CompiledApart;
import io.heddle.recorder.jvm.ThreadCosts;
import io.heddle.recorder.self.Counters;
import io.heddle.recorder.value.ValueHash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what an execution touched and what it cost. What is unknown is left out. Drain thread
 * only.
 */
final class EvidenceWriter {
  private static final CommonText CPU_NS = new CommonText(SpanAttributes.NODE_CPU_NS);
  private static final CommonText ALLOC_BYTES = new CommonText(SpanAttributes.NODE_ALLOC_BYTES);
  private static final List<String> EVERY_NAME = List.of(SpanAttributes.ALL);

  private final SharedNumbers inputs = new SharedNumbers(SpanAttributes.NODE_INPUT_CLASS);
  private final SharedNumbers outputs = new SharedNumbers(SpanAttributes.NODE_OUTPUT_CLASS);
  private final SpanSink span;
  private final Counters counters;
  private final @Nullable Digests digests;
  private final Touches reads = new Touches(SpanAttributes.NODE_READS);
  private final Touches writes = new Touches(SpanAttributes.NODE_WRITES);

  /**
   * @param digests null when none are wanted
   */
  EvidenceWriter(SpanSink span, Counters counters, @Nullable Digests digests) {
    this.span = span;
    this.counters = counters;
    this.digests = digests;
  }

  /** What a node read, wrote, got and gave. */
  @CompiledApart
  void write(ExecutionRecord record, Node node) {
    if (!record.is(ExecutionDescriptor.HAS_EVIDENCE)) {
      return;
    }
    long states = record.evidence(ExecutionDescriptor.STATES);
    Names names = node.workflow().names();
    int read = ExecutionDescriptor.upper(states);
    reads.write(span, read, names, record.evidence(ExecutionDescriptor.READS));
    int written = ExecutionDescriptor.lower(states);
    writes.write(span, written, names, record.evidence(ExecutionDescriptor.WRITES));
    equality(record, node.equality());
    if (record.is(ExecutionDescriptor.MEASURED)) {
      cost(CPU_NS, record.evidence(ExecutionDescriptor.CPU_NS));
      cost(ALLOC_BYTES, record.evidence(ExecutionDescriptor.ALLOC_BYTES));
    }
  }

  private void cost(CommonText key, long amount) {
    if (amount != ThreadCosts.UNKNOWN) {
      span.attribute(key, amount);
    }
  }

  /** What an operation got and gave; it has no state to read or write. */
  void writeOperation(ExecutionRecord record, String name) {
    if (!record.is(ExecutionDescriptor.HAS_EVIDENCE)) {
      return;
    }
    Equality equality = record.run().workflow().operation(name);
    if (equality == null) {
      counters.evidenceDiscarded();
    } else {
      equality(record, equality);
    }
  }

  private void equality(ExecutionRecord record, Equality equality) {
    long input = record.evidence(ExecutionDescriptor.INPUT_HASH);
    number(inputs, equality.inputs(), input);
    digest(SpanAttributes.NODE_INPUT_DIGEST, input);
    long output = record.evidence(ExecutionDescriptor.OUTPUT_HASH);
    number(outputs, equality.outputs(), output);
    digest(SpanAttributes.NODE_OUTPUT_DIGEST, output);
  }

  private void digest(String key, long hash) {
    if (digests != null && hash != ValueHash.UNKNOWN) {
      span.attribute(key, digests.of(hash));
    }
  }

  private void number(SharedNumbers key, EqualityClasses classes, long hash) {
    if (hash == ValueHash.UNKNOWN) {
      return;
    }
    int number = classes.of(hash);
    if (number == EqualityClasses.NONE) {
      counters.evidenceDiscarded();
    } else {
      key.write(span, number);
    }
  }

  /** Names touched in one way. */
  private static final class Touches {
    private final NameSets sets;
    private final SharedAttributes everyName;

    Touches(String key) {
      this.sets = new NameSets(key);
      this.everyName = sets.attributes(EVERY_NAME);
    }

    void write(SpanSink span, int state, Names names, long mask) {
      if ((state & Touched.ALL) != 0) {
        span.attributes(everyName);
      } else if ((state & Touched.UNKNOWN) == 0 && (state & Touched.KNOWN) != 0) {
        span.attributes(sets.of(names, mask));
      }
    }
  }
}
