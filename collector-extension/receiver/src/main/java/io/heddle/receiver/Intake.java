package io.heddle.receiver;

import io.heddle.otlp.TraceFormatException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Unpacks whole requests and hands them to the sink, off the event loops. Thread-safe. */
final class Intake implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private final Sink sink;
  private final Limits limits;
  private final Counters counters;
  private final Budget budget;
  private final Gzip gzip;
  private final ExecutorService workers;

  Intake(Sink sink, Limits limits, Counters counters) {
    this.sink = sink;
    this.limits = limits;
    this.counters = counters;
    this.budget = new Budget(limits.maxPendingBytes());
    this.gzip = new Gzip(limits);
    this.workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), Intake::worker);
  }

  private static Thread worker(Runnable task) {
    Thread thread = new Thread(task, "heddle-intake");
    thread.setDaemon(true);
    return thread;
  }

  Limits limits() {
    return limits;
  }

  Budget budget() {
    return budget;
  }

  /** Answers once the sink has taken the request; closes its reservation. Never fails. */
  void submit(Request request, Consumer<Answer> done) {
    try {
      workers.execute(() -> done.accept(answer(request)));
    } catch (RejectedExecutionException e) {
      request.close();
      done.accept(refuse(new Answer.Refused(Refusal.STOPPING, "Heddle is stopping; retry later")));
    }
  }

  /** Counts a refusal. */
  Answer refuse(Answer.Refused refused) {
    counters.count(refused.refusal());
    return refused;
  }

  /** Counts a request of a signal that is not kept. */
  Answer ignore(Signal signal) {
    counters.count(signal);
    return signal.answer();
  }

  private Answer answer(Request request) {
    try (request) {
      return accepted(sink.accept(request.unpacked(gzip), request.encoding()));
    } catch (RefusedRequest e) {
      return refuse(e.answer());
    } catch (TraceFormatException e) {
      return refuse(new Answer.Refused(Refusal.MALFORMED, String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      LOG.error("A request of {} bytes could not be handled", request.length(), e);
      return refuse(
          new Answer.Refused(Refusal.FAILED, "Heddle failed to handle the request: " + e));
    }
  }

  private Answer accepted(Receipt receipt) {
    counters.count(receipt);
    return receipt.rejected() == 0
        ? Answer.ACCEPTED
        : new Answer.Partial(receipt.rejected(), receipt.reason());
  }

  /** Lets the requests at hand finish; later ones are refused. */
  @Override
  public void close() {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("Requests were still being handled 10 s after the stop; they are lost");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
