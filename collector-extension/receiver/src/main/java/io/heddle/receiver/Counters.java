package io.heddle.receiver;

import java.util.concurrent.atomic.LongAdder;

/** What arrived and what became of it. Thread-safe. */
final class Counters {
  private final LongAdder requests = new LongAdder();
  private final LongAdder spans = new LongAdder();
  private final LongAdder rejectedSpans = new LongAdder();
  private final Tally<Signal> ignored = new Tally<>();
  private final Tally<Refusal> refused = new Tally<>();

  void count(Receipt receipt) {
    requests.increment();
    spans.add(receipt.accepted());
    rejectedSpans.add(receipt.rejected());
  }

  void count(Signal signal) {
    ignored.increment(signal);
  }

  void count(Refusal refusal) {
    refused.increment(refusal);
  }

  ReceiverCounts snapshot() {
    return new ReceiverCounts(
        requests.sum(), spans.sum(), rejectedSpans.sum(), ignored.sums(), refused.sums());
  }
}
