package io.heddle.recorder.self;

import io.heddle.recorder.metrics.Counter;
import io.heddle.recorder.metrics.Instrument;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A number that the recorder counts about itself, as a metric; all of them only grow. The table in
 * {@code docs/metrics.md} is checked against these.
 */
record OwnMetric(
    String name, String unit, String meaning, ToLongFunction<Counters.Snapshot> value) {
  static final List<OwnMetric> ALL =
      List.of(
          new OwnMetric(
              "heddle.agent.records",
              "{span}",
              "Executions and runs that were taken out of the rings.",
              Counters.Snapshot::recorded),
          new OwnMetric(
              "heddle.agent.exported",
              "{span}",
              "Spans the collector took.",
              Counters.Snapshot::exported),
          new OwnMetric(
              "heddle.agent.failed",
              "{span}",
              "Spans the collector did not take.",
              Counters.Snapshot::failed),
          new OwnMetric(
              "heddle.agent.discarded",
              "{span}",
              "Spans that were not sent: too many were waiting, or nothing is to be sent.",
              Counters.Snapshot::discarded),
          new OwnMetric(
              "heddle.agent.unsampled",
              "{span}",
              "Spans that were not sent: the span their run began in is not sampled.",
              Counters.Snapshot::unsampled),
          new OwnMetric(
              "heddle.agent.sampled_out",
              "{span}",
              "Spans that were not sent: their run is left out by sampling.",
              Counters.Snapshot::sampledOut),
          new OwnMetric(
              "heddle.agent.undecided",
              "{run}",
              "Runs that sampling had to decide before their end: too many spans were waiting.",
              Counters.Snapshot::undecided),
          new OwnMetric(
              "heddle.agent.evidence_discarded",
              "{item}",
              "Links, attributes and classes of inputs beyond their bounds.",
              Counters.Snapshot::evidenceDiscarded),
          new OwnMetric(
              "heddle.agent.abandoned",
              "{run}",
              "Runs whose stream was dropped before its end.",
              Counters.Snapshot::abandoned),
          new OwnMetric(
              "heddle.agent.misused",
              "{call}",
              "Ends without a begin, and begins without an end.",
              Counters.Snapshot::misused),
          new OwnMetric(
              "heddle.agent.errors",
              "{fault}",
              "Faults of Heddle's own that were caught.",
              Counters.Snapshot::errors),
          new OwnMetric(
              "heddle.agent.rules_off",
              "{rule}",
              "Rules that failed repeatedly and switched themselves off.",
              Counters.Snapshot::rulesOff),
          new OwnMetric(
              "heddle.agent.pauses",
              "{pause}",
              "How often recording has paused in favour of the application.",
              Counters.Snapshot::pauses));

  Instrument of(Counters counters) {
    Instrument.Description description = new Instrument.Description(name, unit, meaning);
    return new Counter(description, () -> List.of(reading(counters.snapshot())));
  }

  private Counter.Reading reading(Counters.Snapshot numbers) {
    return new Counter.Reading(List.of(), value.applyAsLong(numbers));
  }
}
