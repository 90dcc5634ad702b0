package io.heddle.recorder.metrics;

import io.heddle.recorder.export.Delivery;
import io.heddle.recorder.otlp.Verdict;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request after the other on a thread of its own. A request that nobody answers is sent
 * again until somebody does, and meanwhile no other is made: so nothing is lost that only one
 * request tells. Thread-safe.
 */
final class Courier implements Runnable {
  private static final long FIRST_WAIT_NS = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_WAIT_NS = TimeUnit.MINUTES.toNanos(1);
  private static final int DOUBLINGS = 6;

  private final MetricWay way;
  private final Consumer<String> problems;
  private final BlockingQueue<Supplier<Verdict>> queue = new ArrayBlockingQueue<>(3);
  private final AtomicInteger underWay = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final LongAdder lost = new LongAdder();
  private @Nullable Thread thread;
  private boolean told;

  /** After it nothing is sent. */
  private record End() implements Supplier<Verdict> {
    @Override
    public Verdict get() {
      return new Verdict.Taken(0, "");
    }
  }

  /**
   * @param problems gets one line when requests do not arrive, and again only after some did
   */
  Courier(MetricWay way, Consumer<String> problems) {
    this.way = way;
    this.problems = problems;
  }

  /** Whether the fate of all requests is known. */
  boolean isIdle() {
    return underWay.get() == 0;
  }

  /** Requests that the collector did not want, or that were not answered to the end. */
  long lost() {
    return lost.sum();
  }

  /** Has it sent. One thread. */
  void send(Supplier<Verdict> request) {
    underWay.incrementAndGet();
    queue.add(request);
    if (thread == null) {
      thread = started();
    }
  }

  private Thread started() {
    Thread started = new Thread(null, this, "heddle-metrics", 0, false);
    started.setDaemon(true);
    started.setContextClassLoader(Courier.class.getClassLoader());
    started.start();
    return started;
  }

  /** What is under way is sent once more, then the last. Of the thread that sends. */
  void close(Supplier<Verdict> last, long patienceNs) {
    closing.countDown();
    send(last);
    queue.add(new End());
    Thread courier = thread;
    if (courier != null) {
      await(courier, patienceNs);
    }
  }

  private static void await(Thread courier, long patienceNs) {
    try {
      courier.join(TimeUnit.NANOSECONDS.toMillis(patienceNs) + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    courier.interrupt();
  }

  @Override
  public void run() {
    try (way) {
      for (var request = queue.take(); !(request instanceof End); request = queue.take()) {
        deliver(request);
        underWay.decrementAndGet();
      }
    } catch (InterruptedException e) {
      lost.add(underWay.get());
    }
  }

  private void deliver(Supplier<Verdict> request) throws InterruptedException {
    for (int attempt = 0; !isSettled(request, attempt); attempt++) {
      if (isClosing() && attempt > 0) {
        lost.increment();
        return;
      }
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private boolean isSettled(Supplier<Verdict> request, int attempt) throws InterruptedException {
    Verdict verdict = verdict(request);
    if (verdict instanceof Verdict.Unanswered unanswered) {
      tell(unanswered.reason());
      closing.await(waitNs(attempt, unanswered.afterNs()), TimeUnit.NANOSECONDS);
      return false;
    }
    if (verdict instanceof Verdict.Refused refused) {
      tell(refused.reason());
      lost.increment();
    } else {
      told = false;
    }
    return true;
  }

  private static Verdict verdict(Supplier<Verdict> request) {
    try {
      return request.get();
    } catch (RuntimeException | Error fault) {
      return new Verdict.Refused(Delivery.reason(fault));
    }
  }

  private static long waitNs(int attempt, long askedNs) {
    return Math.min(
        LONGEST_WAIT_NS, Math.max(askedNs, FIRST_WAIT_NS << Math.min(attempt, DOUBLINGS)));
  }

  private void tell(String reason) {
    if (!told) {
      told = true;
      problems.accept(reason);
    }
  }
}
