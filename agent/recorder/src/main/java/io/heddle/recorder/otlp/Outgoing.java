package io.heddle.recorder.otlp;

import io.heddle.recorder.export.BatchLimits;
import io.heddle.recorder.export.SpanCounts;
import io.heddle.recorder.jvm.CompiledApart;
import io.heddle.recorder.protobuf.ProtobufWriter;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The batch that is being filled, and those that are under way. Bounded in spans and in bytes.
 * Drain thread only, but for {@link #recycle}.
 */
final class Outgoing implements SpanEncoder.Pile {
  /** A request grows to this size; only a single span may be longer. */
  static final int MAX_REQUEST = 1 << 22;

  /** Buffers of batches under way together. */
  static final long MAX_BYTES = 1L << 25;

  private static final int FIRST_BUFFER = 1 << 14;
  private static final int MAX_RECYCLED = 1 << 20;

  /** While as many are under way, a batch waits until it is full. */
  private static final int ENOUGH_UNDER_WAY = 2;

  private final Envelope envelope;
  private final BatchLimits limits;
  private final SpanCounts counts;
  private final LongSupplier nanoClock;
  private final Consumer<SpanBatch> sender;
  private final Queue<SpanBatch> underWay = new ArrayDeque<>();
  private final BlockingQueue<ProtobufWriter> recycled = new ArrayBlockingQueue<>(ENOUGH_UNDER_WAY);
  private @Nullable SpanBatch open;
  private long openedNs;
  private int spansUnderWay;
  private long bytesUnderWay;

  /** Of the last batch: what grows instead is copied, and needs twice the memory meanwhile. */
  private int usualBytes = FIRST_BUFFER;

  Outgoing(
      Envelope envelope,
      BatchLimits limits,
      SpanCounts counts,
      LongSupplier nanoClock,
      Consumer<SpanBatch> sender) {
    this.envelope = envelope;
    this.limits = limits;
    this.counts = counts;
    this.nanoClock = nanoClock;
    this.sender = sender;
  }

  boolean hasRoom() {
    return bytesUnderWay < MAX_BYTES && waiting() < limits.queueSpans();
  }

  private int waiting() {
    return spansUnderWay + (open == null ? 0 : open.spans());
  }

  /** How many more spans keep the sender busy. */
  int wanted() {
    return hasRoom() ? limits.wanted(waiting()) : 0;
  }

  @Override
  public ProtobufWriter next() {
    SpanBatch batch = open == null ? opened() : open;
    batch.out().rewind(batch.complete());
    return batch.out();
  }

  @CompiledApart
  private SpanBatch opened() {
    ProtobufWriter known = recycled.poll();
    SpanBatch batch = empty(known == null ? new ProtobufWriter(usualBytes) : known);
    open = batch;
    openedNs = nanoClock.getAsLong();
    return batch;
  }

  /** A batch without spans. */
  SpanBatch empty(ProtobufWriter buffer) {
    envelope.open(buffer);
    return new SpanBatch(buffer, counts);
  }

  @Override
  public void add(@Nullable Runnable unsent) {
    SpanBatch batch = open;
    if (batch == null) {
      throw new IllegalStateException("a span ends that did not begin");
    }
    if (batch.out().position() > MAX_REQUEST && batch.spans() > 0) {
      batch = moved(batch);
    }
    batch.add(unsent);
    if (batch.spans() >= limits.batchSpans() || batch.out().position() >= MAX_REQUEST) {
      dispatch(batch);
    }
  }

  /** Takes the last span along into a batch of its own. */
  private SpanBatch moved(SpanBatch full) {
    ProtobufWriter written = full.out();
    int from = full.complete();
    int length = written.position() - from;
    written.rewind(from);
    dispatch(full);
    SpanBatch batch = opened();
    batch.out().raw(written.array(), from, length);
    return batch;
  }

  /** Hands over what has waited long enough; how many batches. */
  int doWork() {
    account();
    SpanBatch batch = open;
    boolean due =
        batch != null
            && batch.spans() > 0
            && underWay.size() < ENOUGH_UNDER_WAY
            && nanoClock.getAsLong() - openedNs >= limits.delayNs();
    if (batch == null || !due) {
      return 0;
    }
    dispatch(batch);
    return 1;
  }

  /** Hands over whatever there is. */
  void flush() {
    if (open != null && open.spans() > 0) {
      dispatch(open);
    }
  }

  @CompiledApart
  private void dispatch(SpanBatch batch) {
    open = null;
    usualBytes = batch.out().position() + batch.out().position() / 8;
    underWay.add(batch);
    account();
    sender.accept(batch);
  }

  private void account() {
    underWay.removeIf(SpanBatch::isSettled);
    spansUnderWay = 0;
    bytesUnderWay = 0;
    for (SpanBatch batch : underWay) {
      spansUnderWay += batch.spans();
      bytesUnderWay += batch.out().array().length;
    }
  }

  /** Keeps the buffer of a batch whose fate is known. Sender's thread. */
  void recycle(SpanBatch batch) {
    if (batch.out().array().length <= MAX_RECYCLED) {
      recycled.offer(batch.out());
    }
  }

  /** Counts as lost what is still under way; whether there was any. */
  boolean abandon() {
    account();
    boolean any = !underWay.isEmpty();
    underWay.forEach(SpanBatch::lost);
    return any;
  }
}
