package io.heddle.recorder;

import io.heddle.recorder.self.Counters;
import io.heddle.recorder.settings.Sampling;

/**
 * Sorts spans by the fate of their run. Those of undecided runs wait, up to a bound; beyond it the
 * run that has waited longest goes the way that its trace id says. Drain thread only.
 */
final class Sampler {
  private final Sampling sampling;
  private final Counters counters;
  private final OutgoingSpans outgoing;
  private final WaitingSpans waiting = new WaitingSpans();
  private final ReleasedSpans released;

  Sampler(Sampling sampling, Counters counters, OutgoingSpans outgoing) {
    this.sampling = sampling;
    this.counters = counters;
    this.outgoing = outgoing;
    this.released = new ReleasedSpans(sampling.bufferBytes());
  }

  /** Takes an execution. */
  void execution(ExecutionRecord record) {
    Fate fate = record.run().trace().fate();
    if (fate == Fate.WAITING) {
      waiting.add(record.kept());
      makeRoom();
    } else if (isSent(fate)) {
      outgoing.execution(record);
    }
  }

  /** Takes an ended run, which is decided now. */
  void root(Run run, Run.End end) {
    Trace trace = run.trace();
    boolean raised = sampling.raises() && isRaised(run, end);
    if (trace.fate() == Fate.WAITING) {
      trace.decide(raised);
      release(trace);
    }
    if (isSent(trace.fate())) {
      outgoing.root(run, end);
    }
  }

  /** Learns how long it took, also of a run that was decided before its end. */
  private boolean isRaised(Run run, Run.End end) {
    Trace trace = run.trace();
    boolean slow = run.workflow().runTimes().isSlow(trace.durationNs(end.nano()));
    return (sampling.raisesFailed() && end.error() != null) || (sampling.raisesSlow() && slow);
  }

  private void makeRoom() {
    while (waiting.bytes() > sampling.bufferBytes()) {
      counters.undecidedOne();
      goByHead(waiting.oldest());
    }
  }

  /** How many spans have waited and are to be sent. */
  int pending() {
    return released.size();
  }

  /** Sends up to so many of them. */
  void send(int spans) {
    for (int sent = 0; sent < spans; sent++) {
      ExecutionRecord record = released.poll();
      if (record == null) {
        return;
      }
      outgoing.execution(record);
    }
  }

  /** Runs that have not ended go the way that their trace id says; nothing waits any more. */
  void close() {
    while (!waiting.isEmpty()) {
      goByHead(waiting.oldest());
    }
    send(Integer.MAX_VALUE);
  }

  private void goByHead(Trace trace) {
    trace.decide(false);
    release(trace);
  }

  private void release(Trace trace) {
    for (ExecutionRecord record : waiting.take(trace)) {
      if (isSent(trace.fate()) && !released.offer(record)) {
        outgoing.execution(record);
      }
    }
  }

  /** Counts one span that is not. */
  private boolean isSent(Fate fate) {
    if (fate == Fate.UNSAMPLED) {
      counters.unsampledOne();
    } else if (fate == Fate.SAMPLED_OUT) {
      counters.sampledOutOne();
    }
    return fate == Fate.SENT;
  }
}
