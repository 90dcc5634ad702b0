package io.heddle.recorder.self;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the recorder counts about itself. Every execution and every root that ended is in exactly
 * one of dropped, exported, failed, discarded, unsampled, sampled out, or still under way.
 * Thread-safe.
 */
public final class Counters {
  /** Who knows what the rings had no room for. */
  @FunctionalInterface
  public interface Rings {
    /** Records that found their ring full, or were not read to their end, of each ring. */
    long[] dropped();
  }

  private final Rings rings;
  private final LongAdder droppedRuns = new LongAdder();
  private final LongAdder exported = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder discarded = new LongAdder();
  private final LongAdder unsampled = new LongAdder();
  private final LongAdder sampledOut = new LongAdder();
  private final LongAdder undecided = new LongAdder();
  private final LongAdder evidenceDiscarded = new LongAdder();
  private final LongAdder abandoned = new LongAdder();
  private final LongAdder misused = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final LongAdder rulesOff = new LongAdder();
  private final LongAdder pauses = new LongAdder();

  /** One writer, so that a record is counted by a single write or not at all. */
  private final AtomicLong recorded = new AtomicLong();

  private volatile LastExport lastExport = LastExport.NONE;

  public Counters(Rings rings) {
    this.rings = rings;
  }

  /** Drain thread only. */
  public void recordedOne() {
    recorded.lazySet(recorded.get() + 1);
  }

  public long recorded() {
    return recorded.get();
  }

  public void droppedRun() {
    droppedRuns.increment();
  }

  /** Records that found their ring full, or were not read to their end, of each ring. */
  public long[] droppedByRing() {
    return rings.dropped();
  }

  private long dropped() {
    long dropped = droppedRuns.sum();
    for (long ofRing : droppedByRing()) {
      dropped += ofRing;
    }
    return dropped;
  }

  /** Roots that found the queue of ended runs full, or were not read to their end. */
  public long droppedRuns() {
    return droppedRuns.sum();
  }

  public void exported(int spans) {
    exported.add(spans);
    if (spans > 0) {
      arrived(spans);
    }
  }

  private synchronized void arrived(int spans) {
    lastExport = lastExport.arrived(Instant.now(), spans);
  }

  /** A request did not arrive, or not whole. */
  public synchronized void undelivered(String reason) {
    lastExport = lastExport.failed(Instant.now(), reason);
  }

  /** What the collector said last. */
  public LastExport lastExport() {
    return lastExport;
  }

  /** A rule has switched itself off. */
  public void ruleOff() {
    rulesOff.increment();
  }

  /** Recording pauses, in favour of the application. */
  public void paused() {
    pauses.increment();
  }

  public void failed(int spans) {
    failed.add(spans);
  }

  public void discarded(int spans) {
    discarded.add(spans);
  }

  public void unsampledOne() {
    unsampled.increment();
  }

  public void sampledOutOne() {
    sampledOut.increment();
  }

  public void undecidedOne() {
    undecided.increment();
  }

  public void evidenceDiscarded() {
    evidenceDiscarded.increment();
  }

  /** A run was dropped before its end; its root is recorded all the same. */
  public void abandonedRun() {
    abandoned.increment();
  }

  public void misused() {
    misused.increment();
  }

  /** A fault of our own was caught. */
  public void error() {
    errors.increment();
  }

  /** The numbers of this moment. */
  public Snapshot snapshot() {
    return new Snapshot(
        recorded.get(),
        dropped(),
        droppedRuns(),
        exported.sum(),
        failed.sum(),
        discarded.sum(),
        unsampled.sum(),
        sampledOut.sum(),
        undecided.sum(),
        evidenceDiscarded.sum(),
        abandoned.sum(),
        misused.sum(),
        errors.sum(),
        rulesOff.sum(),
        pauses.sum());
  }

  /**
   * Numbers of one moment.
   *
   * @param recorded spans the drain has made of records; each becomes exported, failed, discarded,
   *     unsampled or sampled out
   * @param dropped executions and roots that found their ring or queue full, or in whose reading
   *     the drain thread was struck
   * @param droppedRuns roots among those dropped
   * @param exported spans the collector took
   * @param failed spans the collector did not take
   * @param discarded spans not sent: the queue before the exporter was full, or there is no
   *     exporter
   * @param unsampled spans not sent: the span that their run began in is not sampled
   * @param sampledOut spans not sent: their run is left out by our own sampling
   * @param undecided runs whose trace id had to decide before their end: too many were waiting
   * @param evidenceDiscarded links, attributes and classes of inputs beyond their bounds
   * @param abandoned runs that were dropped before their end; their roots are recorded
   * @param misused ends without a begin, and begins without an end
   * @param errors faults of our own that were caught
   * @param rulesOff rules that have switched themselves off
   * @param pauses how often recording has paused in favour of the application
   */
  public record Snapshot(
      long recorded,
      long dropped,
      long droppedRuns,
      long exported,
      long failed,
      long discarded,
      long unsampled,
      long sampledOut,
      long undecided,
      long evidenceDiscarded,
      long abandoned,
      long misused,
      long errors,
      long rulesOff,
      long pauses) {
    /** Without a format: each exit would load the JDK's locales for it. */
    @Override
    public String toString() {
      return "recorded "
          + recorded
          + ", dropped "
          + dropped
          + ", dropped runs "
          + droppedRuns
          + ", exported "
          + exported
          + ", failed "
          + failed
          + ", discarded "
          + discarded
          + ", unsampled "
          + unsampled
          + ", sampled out "
          + sampledOut
          + ", undecided runs "
          + undecided
          + ", evidence discarded "
          + evidenceDiscarded
          + ", abandoned runs "
          + abandoned
          + ", misused "
          + misused
          + ", errors "
          + errors
          + ", rules off "
          + rulesOff
          + ", pauses "
          + pauses;
    }
  }
}
