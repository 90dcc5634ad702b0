package io.heddle.recorder.otlp;

import io.heddle.recorder.export.Delivery;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches one after the other on a thread of its own, each as often as the back-off allows.
 * Whoever hands batches over bounds how many wait.
 */
final class Sender implements Runnable {
  private final OtlpClient client;
  private final Envelope envelope;
  private final Backoff backoff;
  private final Delivery delivery;
  private final Consumer<SpanBatch> done;
  private final BlockingQueue<SpanBatch> queue = new LinkedBlockingQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private boolean hopeless;

  /**
   * @param done gets each batch when its fate is known; on the sender's thread
   */
  Sender(
      OtlpClient client,
      Envelope envelope,
      Backoff backoff,
      Delivery delivery,
      Consumer<SpanBatch> done) {
    this.client = client;
    this.envelope = envelope;
    this.backoff = backoff;
    this.delivery = delivery;
    this.done = done;
  }

  /** Has a batch sent after those before it. */
  void add(SpanBatch batch) {
    queue.add(batch);
  }

  /**
   * From now on each batch is sent once, without further retries, up to the first that nobody
   * answers.
   */
  void hurry() {
    closing.countDown();
  }

  /**
   * Ends when all is sent.
   *
   * @param end a batch without spans: the last one
   */
  void finish(SpanBatch end) {
    queue.add(end);
    hurry();
  }

  @Override
  public void run() {
    try (client) {
      for (SpanBatch batch = next(); batch != null && batch.spans() > 0; batch = next()) {
        deliver(batch);
      }
    }
  }

  /** Null when the thread is stopped: whoever stops it counts what is left. */
  private @Nullable SpanBatch next() {
    while (true) {
      try {
        return queue.take();
      } catch (InterruptedException e) {
        if (isClosing()) {
          return null;
        }
      }
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void deliver(SpanBatch batch) {
    try {
      if (hopeless) {
        batch.lost();
      } else {
        settle(batch, verdict(envelope.seal(batch.out())));
      }
    } catch (RuntimeException | Error e) {
      delivery.failed(Delivery.reason(e));
      batch.lost();
    }
    done.accept(batch);
  }

  private Verdict verdict(Payload request) {
    Verdict verdict = client.send(request);
    int attempts = 1;
    while (verdict instanceof Verdict.Unanswered unanswered
        && pause(backoff.delayNs(attempts, unanswered.afterNs(), ThreadLocalRandom.current()))) {
      verdict = client.send(request);
      attempts++;
    }
    return verdict;
  }

  /** False when there is to be no further attempt. The end cuts a wait short. */
  private boolean pause(long delayNs) {
    if (delayNs == Backoff.GIVE_UP || isClosing()) {
      return false;
    }
    try {
      return delayNs == 0 || closing.await(delayNs, TimeUnit.NANOSECONDS) || !isClosing();
    } catch (InterruptedException e) {
      return !isClosing();
    }
  }

  private void settle(SpanBatch batch, Verdict verdict) {
    if (verdict instanceof Verdict.Taken taken) {
      delivery.succeeded();
      if (taken.rejected() > 0) {
        delivery.rejected(taken.rejected(), taken.message());
      }
      batch.taken(taken.rejected());
    } else if (verdict instanceof Verdict.Refused refused) {
      delivery.failed(refused.reason());
      batch.lost();
    } else if (verdict instanceof Verdict.Unanswered unanswered) {
      hopeless = isClosing();
      delivery.failed(unanswered.reason());
      batch.lost();
    }
  }
}
