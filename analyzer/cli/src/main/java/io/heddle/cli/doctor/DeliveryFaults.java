package io.heddle.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of the records, from their ring to the collector. */
final class DeliveryFaults {
  private static final String TRACES_EXPORTER = "otel.traces.exporter";

  private final AgentStatus status;
  private final Complaints complaints;

  private DeliveryFaults(AgentStatus status, Complaints complaints) {
    this.status = status;
    this.complaints = complaints;
  }

  static void look(AgentStatus status, Complaints complaints) {
    DeliveryFaults faults = new DeliveryFaults(status, complaints);
    faults.losses();
    faults.gaps();
    faults.sampling();
  }

  private void losses() {
    drops();
    fault("failed", "spans were not taken by the collector" + why());
    if (status.setting(TRACES_EXPORTER).filter("none"::equals).isPresent()) {
      complaints.note("spans go nowhere: " + TRACES_EXPORTER + "=none");
    } else {
      fault(
          "discarded",
          "spans were thrown away before the exporter: more than OTEL_BSP_MAX_QUEUE_SIZE waited for"
              + " the collector, or they could not be written (errors)");
    }
    fault("errors", "faults of the agent itself; heddle.log=debug tells them");
  }

  private void drops() {
    long runs = status.counter("droppedRuns");
    fault(
        "dropped",
        status.counter("dropped") - runs,
        "executions found their ring full: raise heddle.ring.slots; or the agent's thread was"
            + " stopped while it read them");
    fault(
        "droppedRuns",
        runs,
        "ends of runs found their queue full, since more runs end than the agent's thread can take;"
            + " or it was stopped while it read them");
  }

  private void fault(String counter, String meaning) {
    fault(counter, status.counter(counter), meaning);
  }

  private void fault(String counter, long count, String meaning) {
    if (count > 0) {
      complaints.fault(counter + " " + count + ": " + meaning);
    }
  }

  /** What is missing of what arrived. */
  private void gaps() {
    note("evidenceDiscarded", "links, attributes and classes of inputs beyond their bounds");
    note("undecided", "runs were decided before their end: raise heddle.sample.buffer");
    note(
        "abandoned",
        "runs whose stream was dropped before its end: cancel it, or pull it to its end");
    note("misused", "ends without a begin, or begins without an end");
  }

  private void note(String counter, String meaning) {
    long count = status.counter(counter);
    if (count > 0) {
      complaints.note(counter + " " + count + ": " + meaning);
    }
  }

  private String why() {
    JsonNode problem = status.said().path("lastExport").path("problem");
    String told = problem.asText();
    return problem.isMissingNode() ? "" : ": " + told + "; " + Remedy.of(told);
  }

  private void sampling() {
    long left = status.counter("sampledOut");
    if (left > 0) {
      complaints.note(
          "%s not sent, sampling leaves their runs out: %s"
              .formatted(Counted.of(left, "span was", "spans were"), sampler()));
    }
    long followed = status.counter("unsampled");
    if (followed > 0) {
      complaints.note(
          "%s not sent, the other tracer's span that their run began in is not sampled"
              .formatted(Counted.of(followed, "span was", "spans were")));
    }
  }

  private String sampler() {
    return status
        .setting("heddle.sample.ratio")
        .map(ratio -> "heddle.sample.ratio=" + ratio)
        .or(() -> status.setting("otel.traces.sampler").map(name -> "otel.traces.sampler=" + name))
        .orElse("heddle.sample.ratio");
  }
}
