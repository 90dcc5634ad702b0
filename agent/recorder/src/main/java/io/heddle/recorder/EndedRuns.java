package io.heddle.recorder;

import java.util.AbstractQueue;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jctools.queues.varhandle.MpscVarHandleArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * Ended runs on their way to the drain, in no particular order: as many as usual in an array, and
 * some more behind it while the drain is held up. Any thread adds, one takes; nobody waits.
 */
final class EndedRuns extends AbstractQueue<Run> {
  /** As many need no memory of their own. */
  static final int USUAL = 16_384;

  private static final int MOST_MORE = 65_536;

  /** What those behind the array may take together, at the size of one with an error. */
  private static final int PART_OF_HEAP = 8;

  private static final int BYTES_OF_ONE = 1024;

  private final int mostMore;
  private final Queue<Run> usual = new MpscVarHandleArrayQueue<>(USUAL);
  private final Queue<Run> more = new ConcurrentLinkedQueue<>();
  private final AtomicInteger moreCount = new AtomicInteger();

  /** Where the one at hand is, until it is taken. Consumer's thread only. */
  private @Nullable Queue<Run> atHand;

  /**
   * An empty one.
   *
   * @param heapBytes how large the heap may grow
   */
  EndedRuns(long heapBytes) {
    mostMore = (int) Math.min(MOST_MORE, heapBytes / PART_OF_HEAP / BYTES_OF_ONE);
  }

  /** How many it holds at most. */
  int capacity() {
    return USUAL + mostMore;
  }

  @Override
  public boolean offer(Run run) {
    return usual.offer(run) || offerMore(run);
  }

  private boolean offerMore(Run run) {
    if (moreCount.incrementAndGet() <= mostMore) {
      return more.add(run);
    }
    moreCount.decrementAndGet();
    return false;
  }

  /** The same until it is taken, whatever is added meanwhile. */
  @Override
  public @Nullable Run peek() {
    if (atHand == null) {
      atHand = usual.isEmpty() ? more : usual;
    }
    Run run = atHand.peek();
    if (run == null) {
      atHand = null;
    }
    return run;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // one queue is one object
  public @Nullable Run poll() {
    Run run = peek();
    Queue<Run> from = atHand;
    if (from != null) {
      from.poll();
      moreCount.addAndGet(from == more ? -1 : 0);
      atHand = null;
    }
    return run;
  }

  @Override
  public int size() {
    return usual.size() + moreCount.get();
  }

  /** Nobody may look at what another thread is about to take. */
  @Override
  public Iterator<Run> iterator() {
    throw new UnsupportedOperationException("one takes, nobody looks");
  }
}
