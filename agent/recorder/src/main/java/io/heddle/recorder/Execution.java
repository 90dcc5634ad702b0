package io.heddle.recorder;

import io.heddle.recorder.evidence.Names;
import io.heddle.recorder.jvm.ThreadCosts;
import io.heddle.recorder.value.ValueHash;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One visit of one node in one run, or an operation below it, between its begin and its end.
 *
 * <p>Pooled: a lane reuses the object after {@link Lane#end}, so nobody keeps it beyond that. One
 * thread at a time; who hands a {@linkplain Lane#detach detached} execution to another thread
 * publishes it safely (a completed future does). Nothing here throws, blocks, or calls into user
 * code; the evidence methods allocate nothing for names the workflow has seen before.
 */
public final class Execution extends RecordedExecution {
  private static final VarHandle DETACHED;

  static {
    try {
      DETACHED = MethodHandles.lookup().findVarHandle(Execution.class, "detached", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Recorder recorder;
  private final boolean isLinked;
  private Names names;

  @SuppressWarnings("unused") // by its handle
  private boolean detached;

  Execution(Recorder recorder, Run run) {
    super(run, recorder.evidence());
    this.recorder = recorder;
    this.names = run.workflow().names();
    this.isLinked = recorder.evidence().predecessors();
  }

  void open(Run inRun, Node ofNode, long id) {
    prepare(inRun, ofNode, id, inRun.parentSpanId());
    start();
  }

  /** It begins now. */
  void start() {
    begin = System.nanoTime();
  }

  /** Everything but the clock. */
  void prepare(Run inRun, Node ofNode, long id, long parent) {
    reset(inRun, ofNode, id);
    parentId = parent;
    visit = inRun.visit(ofNode);
    flags = ofNode.firstExecution() ? ExecutionDescriptor.COLD : 0;
    measure(ofNode);
  }

  private void measure(Node ofNode) {
    ThreadCosts thread = recorder.threadCosts();
    if (thread != null) {
      int worth = flags != 0 ? Costs.ALL : ofNode.worthMeasuring(spanId);
      if (worth != Costs.NONE && !VirtualThreads.isVirtual(Thread.currentThread())) {
        costs.begin(thread, worth);
      }
    }
  }

  void openOperation(Run inRun, long parent, Details operation, long id) {
    reset(inRun, null, id);
    parentId = parent;
    details = operation;
    visit = 1;
    flags = 0;
    start();
  }

  /** Stands for a span of the run, or for the run itself; never recorded. */
  void standFor(Run ofRun, long span) {
    reset(ofRun, null, span);
  }

  /** A reference is only written when it changes: each costs a garbage collector's barrier. */
  private void reset(Run inRun, @Nullable Node ofNode, long id) {
    if (run != inRun) {
      run = inRun;
      names = inRun.workflow().names();
    }
    if (node != ofNode) {
      node = ofNode;
    }
    spanId = id;
    waitNs = 0;
    links.clear();
    attempt = 1;
    costs.reset();
    reads.reset();
    writes.reset();
  }

  /** The id of the span this execution becomes; never 0. */
  public long spanId() {
    return spanId;
  }

  /** The node it is a visit of; null for an operation. */
  public @Nullable Node node() {
    return node;
  }

  /**
   * Records an edge: that span had to end before this one could start. Several allowed; 0, its own
   * id and repetitions are ignored. Take the id while the predecessor is open: its object is
   * pooled.
   */
  public void predecessor(long id) {
    if (isLinked && id != 0 && id != spanId && !links.add(id)) {
      recorder.counters().evidenceDiscarded();
    }
  }

  /** Time in ns it was ready and queued before it began; the span itself never contains it. */
  public void waitNs(long ns) {
    waitNs = ns;
    flags |= ExecutionDescriptor.WAITED;
  }

  /** Nobody waits for this execution (fire and forget). */
  public void async() {
    flags |= ExecutionDescriptor.ASYNC;
  }

  /**
   * This is the n-th try of the same visit, from 1 (the default). A value above 1 takes back the
   * visit that begin counted.
   */
  public void attempt(int n) {
    Node visited = node;
    if (n > 1 && attempt == 1 && visited != null) {
      visit = run.revisit(visited);
    }
    attempt = Math.max(1, n);
  }

  /**
   * Every read of this execution is reported: if none comes, it read nothing. Without this call and
   * without a read, what it read is unknown.
   */
  public void readsObserved() {
    reads.observed();
  }

  /**
   * It read this state name and saw this value. The first read of a name counts; the value goes
   * into the hash of the input and is not kept.
   */
  public void read(String name, @Nullable Object value) {
    reads.touch(names, name, value);
  }

  /** It saw the whole state. The input is then unknown unless {@link #input} tells it. */
  public void readAll() {
    reads.all();
  }

  /** What it read cannot be told; nothing said before or later changes that. */
  public void readsUnknown() {
    reads.unknown();
  }

  /** Every write of this execution is reported: if none comes, it wrote nothing. */
  public void writesObserved() {
    writes.observed();
  }

  /** It wrote this value under this state name. The first write of a name counts. */
  public void write(String name, @Nullable Object value) {
    writes.touch(names, name, value);
  }

  /** It may have written every name. The output is then unknown unless {@link #output} tells it. */
  public void writeAll() {
    writes.all();
  }

  /** What it wrote cannot be told; nothing said before or later changes that. */
  public void writesUnknown() {
    writes.unknown();
  }

  /**
   * The input's hash, in place of the one made from the reads.
   *
   * @param hash from {@link ValueHash}; {@link ValueHash#UNKNOWN} makes the input unknown
   */
  public void input(long hash) {
    reads.tell(hash);
  }

  /** As {@link #input(long)} with the hash of that value, without allocating. */
  public void inputValue(@Nullable Object value) {
    reads.tellValue(value);
  }

  /**
   * The output's hash, in place of the one made from the writes.
   *
   * @param hash from {@link ValueHash}; {@link ValueHash#UNKNOWN} makes the output unknown
   */
  public void output(long hash) {
    writes.tell(hash);
  }

  /** As {@link #output(long)} with the hash of that value, without allocating. */
  public void outputValue(@Nullable Object value) {
    writes.tellValue(value);
  }

  /** An attribute of the span. Allocates: for operations and rare cases. */
  public void attribute(String key, String value) {
    attach(key, value);
  }

  /** An attribute of the span. Allocates: for operations and rare cases. */
  public void attribute(String key, long value) {
    attach(key, value);
  }

  /** An attribute of the span. Allocates: for operations and rare cases. */
  public void attribute(String key, double value) {
    attach(key, value);
  }

  /** An attribute of the span. Allocates: for operations and rare cases. */
  public void attribute(String key, List<String> values) {
    attach(key, List.copyOf(values));
  }

  private void attach(String key, Object value) {
    if (!details().add(key, value)) {
      recorder.counters().evidenceDiscarded();
    }
  }

  private Details details() {
    Details present = details;
    if (present == null) {
      present = new Details();
      details = present;
    }
    return present;
  }

  /**
   * Ends a {@linkplain Lane#detach detached} execution, on whatever thread. The first call counts,
   * later ones change nothing.
   *
   * @param error why it failed, else null
   */
  public void end(@Nullable Throwable error) {
    long now = System.nanoTime();
    if (DETACHED.compareAndSet(this, true, false)) {
      recorder.lane().write(this, now, error);
    } else {
      recorder.counters().misused();
    }
  }

  /**
   * Ends a {@linkplain Lane#detach detached} execution that nobody will end, when that is found out
   * long after: as cancelled, at the end of what was recorded of its run last. Like {@link #end},
   * the first call counts.
   */
  public void abandon() {
    if (DETACHED.compareAndSet(this, true, false)) {
      flags |= ExecutionDescriptor.ABANDONED;
      recorder.lane().write(this, begin, Abandonment.asError());
    } else {
      recorder.counters().misused();
    }
  }

  /** It ends now, on the thread where it began. */
  void stop() {
    costs.end();
  }

  /** What it costs can no longer be told: it may go on elsewhere. */
  void detach() {
    costs.reset();
    DETACHED.setVolatile(this, true);
  }

  /** Lets go of what would keep the application's objects alive in the pool. */
  void forget() {
    if (details != null) {
      details = null;
    }
  }

  void fail(Throwable cause) {
    details().fail(cause);
  }
}
