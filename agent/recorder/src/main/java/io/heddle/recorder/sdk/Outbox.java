package io.heddle.recorder.sdk;

import io.heddle.recorder.export.Delivery;
import io.heddle.recorder.export.SpanCounts;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Finished spans that wait for their batch to fill or for their time to come, then for the
 * collector. Bounded; what finds no room is discarded and counted. Drain thread only, except that
 * results arrive on threads of the exporter.
 */
final class Outbox {
  private static final int MAX_IN_FLIGHT = 2;
  private static final long UNKNOWN_PATIENCE_NS = TimeUnit.SECONDS.toNanos(2);

  private final SdkTransport transport;
  private final SpanCounts counts;
  private final LongSupplier nanoClock;
  private final Deque<FinishedSpan> waiting = new ArrayDeque<>();
  private final List<Batch> inFlight = new ArrayList<>();
  private long oldestNs;

  Outbox(SdkTransport transport, SpanCounts counts, LongSupplier nanoClock) {
    this.transport = transport;
    this.counts = counts;
    this.nanoClock = nanoClock;
  }

  /** Whether the bound of what may wait is not reached. */
  boolean hasRoom() {
    return waiting.size() < transport.limits().queueSpans();
  }

  /** How many spans may wait besides; without bound when none arrive. */
  int wanted() {
    return transport.delivery().state() == Delivery.State.FAILING
        ? Integer.MAX_VALUE
        : transport.limits().wanted(waiting.size());
  }

  /** Takes a span, or discards it when too many wait. */
  void add(FinishedSpan span) {
    if (!hasRoom()) {
      counts.discarded(1);
      Batch.unsent(span);
      return;
    }
    if (waiting.isEmpty()) {
      oldestNs = nanoClock.getAsLong();
    }
    waiting.add(span);
  }

  /**
   * Sends what is due.
   *
   * @return how many batches
   */
  int doWork() {
    inFlight.removeIf(Batch::isSettled);
    int sent = 0;
    while (isDue() && inFlight.size() < MAX_IN_FLIGHT) {
      send();
      sent++;
    }
    return sent;
  }

  private boolean isDue() {
    return waiting.size() >= transport.limits().batchSpans()
        || (!waiting.isEmpty() && nanoClock.getAsLong() - oldestNs >= transport.limits().delayNs());
  }

  private void send() {
    Batch batch = new Batch(take(), counts);
    inFlight.add(batch);
    oldestNs = nanoClock.getAsLong();
    CompletableResultCode result = export(transport.exporter(), batch);
    result.whenComplete(() -> settle(batch, result));
  }

  private List<FinishedSpan> take() {
    List<FinishedSpan> taken = new ArrayList<>();
    while (taken.size() < transport.limits().batchSpans() && !waiting.isEmpty()) {
      taken.add(waiting.remove());
    }
    return taken;
  }

  private static CompletableResultCode export(SpanExporter exporter, Batch batch) {
    try {
      return exporter.export(List.copyOf(batch.spans()));
    } catch (RuntimeException | LinkageError e) {
      return CompletableResultCode.ofExceptionalFailure(e);
    }
  }

  private void settle(Batch batch, CompletableResultCode result) {
    if (result.isSuccess()) {
      transport.delivery().succeeded();
      batch.delivered();
    } else {
      transport.delivery().failed(FailedExports.reason(result.getFailureThrowable()));
      batch.lost();
    }
  }

  /**
   * Sends everything that waits, without retries, and waits for the answers; gives up early when
   * nobody listens. Every span is counted when it returns.
   *
   * @param patienceNs longest time it may take
   */
  void close(long patienceNs) {
    long deadline = nanoClock.getAsLong() + patienceNs;
    boolean answered = true;
    while (answered && !waiting.isEmpty()) {
      Batch batch = new Batch(take(), counts);
      CompletableResultCode result = export(transport.lastExporter(), batch);
      answered =
          result.join(remaining(deadline), TimeUnit.NANOSECONDS).isSuccess()
              || FailedExports.isRefusal(result.getFailureThrowable());
      settle(batch, result);
    }
    await(Math.min(deadline, nanoClock.getAsLong() + patience(deadline)));
    abandon();
    transport.close();
  }

  /** Requests under way may be in the middle of their retries. */
  private long patience(long deadline) {
    return switch (transport.delivery().state()) {
      case ARRIVING -> remaining(deadline);
      case UNKNOWN -> UNKNOWN_PATIENCE_NS;
      case FAILING -> 0;
    };
  }

  private void await(long deadline) {
    while (remaining(deadline) > 0 && !inFlight.stream().allMatch(Batch::isSettled)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  private void abandon() {
    while (!waiting.isEmpty()) {
      inFlight.add(new Batch(take(), counts));
    }
    inFlight.removeIf(Batch::isSettled);
    if (!inFlight.isEmpty()) {
      transport.delivery().failed(Delivery.reason(null));
    }
    inFlight.forEach(Batch::lost);
  }

  private long remaining(long deadline) {
    return Math.max(0, deadline - nanoClock.getAsLong());
  }
}
